function hideMiddle(text: string, ends: { readonly head: number; readonly tail: number }): string {
  if (text.length <= ends.head + ends.tail) return `${text.slice(0, 1)}${'*'.repeat(Math.max(1, text.length - 1))}`;
  const hidden = text.length - ends.head - ends.tail;
  return text.slice(0, ends.head) + '*'.repeat(hidden) + text.slice(text.length - ends.tail);
}

/** Enough for the holder to know the document again: `4401**********0017`; of short numbers the ends. */
export function maskDocumentNumber(number: string): string {
  return number.length >= 15 ? hideMiddle(number, { head: 4, tail: 4 }) : hideMiddle(number, { head: 2, tail: 2 });
}

/** `138****5678`; a country code stays. */
export function maskPhone(phone: string): string {
  const national = phone.startsWith('+86') ? phone.slice(3) : phone;
  return hideMiddle(national, { head: national.startsWith('+') ? 4 : 3, tail: national.length > 9 ? 4 : 2 });
}
