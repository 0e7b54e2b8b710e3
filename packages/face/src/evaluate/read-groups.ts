/** Group of each person: `person, group` a line, `#` begins a comment. A person may stand in several groups. */
export type Groups = ReadonlyMap<string, ReadonlySet<string>>;

/** People by group. Throws on a line that is not `person, group`. */
export function parseGroups(text: string): Groups {
  const groups = new Map<string, Set<string>>();
  for (const [number, line] of text.split('\n').entries()) {
    const content = line.replace(/#.*/, '').trim();
    if (content === '') continue;
    const [person, group, ...rest] = content.split(',').map((part) => part.trim());
    if (!person || !group || rest.length > 0)
      throw new Error(`groups file, line ${number + 1}: expected "person, group"`);
    const people = groups.get(group) ?? new Set<string>();
    groups.set(group, people.add(person));
  }
  return groups;
}
