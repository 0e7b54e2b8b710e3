/** Without 0/O, 1/l/I, which are read wrongly from paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 4;
const groupLength = 5;

/** Twenty letters in groups: some 99 bits, and easy to hand over on paper. Rejection keeps every letter equally likely. */
export function makeFirstPassword(): string {
  const limit = 256 - (256 % alphabet.length);
  const letters: string[] = [];
  while (letters.length < groups * groupLength) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      const letter = byte < limit ? alphabet[byte % alphabet.length] : undefined;
      if (letter !== undefined && letters.length < groups * groupLength) letters.push(letter);
    }
  }
  return letters.join('').replaceAll(/(.{5})(?=.)/g, '$1-');
}
