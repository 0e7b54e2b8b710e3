/** Browser storage may be switched off; then a preference simply lasts as long as the page. */
export function readStored(key: string): string | null {
  try {
    return window.localStorage.getItem(`anzai.console.${key}`);
  } catch {
    return null;
  }
}

export function writeStored(key: string, value: string | null): void {
  try {
    if (value === null) window.localStorage.removeItem(`anzai.console.${key}`);
    else window.localStorage.setItem(`anzai.console.${key}`, value);
  } catch {
    // Nothing to do: the preference is kept in memory by its signal.
  }
}
