/**
 * The form in which names are compared: full width made plain, case folded, spaces and every kind of middle dot gone.
 * Traditional and simplified characters stay different: one may stand for several of the other, and a name is not
 * settled by a guess. The counter corrects it.
 */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\u200b-\u200f\ufeff]/gu, '')
    .replaceAll(/[·•‧・･∙⋅.．'’‘`´-]/gu, '');
}

export function isSameName(one: string, other: string): boolean {
  const name = normaliseName(one);
  return name !== '' && name === normaliseName(other);
}
