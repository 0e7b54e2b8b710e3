const depthMax = 32;

/** Whether the database can keep it: no NUL in any text, which nobody types, and no nesting without end. */
export function isKeepable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= depthMax) return false;
  return Object.entries(value).every(([key, each]) => !key.includes('\0') && isKeepable(each, depth + 1));
}
