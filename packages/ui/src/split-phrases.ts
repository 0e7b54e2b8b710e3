export type Phrase = { readonly text: string; readonly whole: boolean };

/** Days and months in words, ranges of hours, telephone and case numbers. */
const WHOLE = new RegExp(
  [
    String.raw`\d{4}年\d{1,2}月(?:\d{1,2}日)?`,
    String.raw`\d{1,2}月\d{1,2}日`,
    String.raw`\d{1,2} [A-Z][a-z]+(?: \d{4})?`,
    String.raw`\d{1,2}:\d{2}\s?[–-]\s?\d{1,2}:\d{2}`,
    String.raw`AZ(?:-\d{1,4}){4}`,
    String.raw`\+?\d{2,4}(?:[- ]\d{3,8}){1,3}`,
  ].join('|'),
  'g',
);

/** What closes a sentence stands on no line of its own. */
function isFullStop(rest: string): boolean {
  return rest === '。' || rest === '.';
}

/** Parts a text into what may be broken at the end of a line and what may not. */
export function splitPhrases(text: string): readonly Phrase[] {
  const phrases: Phrase[] = [];
  let from = 0;
  for (const match of text.matchAll(WHOLE)) {
    if (match.index > from) phrases.push({ text: text.slice(from, match.index), whole: false });
    const rest = text.slice(match.index + match[0].length);
    const piece = isFullStop(rest) ? match[0] + rest : match[0];
    phrases.push({ text: piece, whole: true });
    from = match.index + piece.length;
  }
  if (from < text.length) phrases.push({ text: text.slice(from), whole: false });
  return phrases;
}

/** Clauses with their closing mark: 「请在6月20日前完成，」「还有35天。」. */
export function splitClauses(text: string): readonly string[] {
  return text.match(/[^，。；！？]+[，。；！？]*/g) ?? [];
}
