export function toVerifyUrl(code: string): string {
  return `${globalThis.location.origin}/verify#${code}`;
}

export type Shared = 'sent' | 'copied' | 'dismissed';

/** The device's own way of sending to people; where there is none the link is copied. */
export async function shareCertificate(part: {
  readonly title: string;
  readonly text: string;
  readonly code: string;
}): Promise<Shared> {
  const url = toVerifyUrl(part.code);
  if (typeof navigator.share === 'function') {
    try {
      await navigator.share({ title: part.title, text: part.text, url });
      return 'sent';
    } catch {
      return 'dismissed';
    }
  }
  await copyText(`${part.text}\n${url}`);
  return 'copied';
}

async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Without a secure address the clipboard is closed; a selected field is the old way that remains.
    const field = document.createElement('textarea');
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }
}

export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  globalThis.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
