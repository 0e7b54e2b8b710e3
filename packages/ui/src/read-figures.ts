/** How many figures a one-time code has. */
export const codeLength = 6;

/** Figures out of whatever was typed, pasted or read from a message, full-width ones too. */
export function readFigures(text: string): string {
  return text.normalize('NFKC').replaceAll(/\D/g, '').slice(0, codeLength);
}
