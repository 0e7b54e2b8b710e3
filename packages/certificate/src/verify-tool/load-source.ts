import { readFile } from 'node:fs/promises';

const FETCH_TIMEOUT_MS = 20_000;

/** Text of a file, or of an `http(s):` address. */
export async function loadSource(source: string): Promise<string> {
  if (!/^https?:\/\//.test(source)) return readFile(source, 'utf8');
  const response = await fetch(source, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${source} answered ${response.status}`);
  return response.text();
}

/** The list in what the server publishes (`{"list": "AZR1.…"}`) or as bare text. */
export function pickList(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{')) return trimmed;
  const json: unknown = JSON.parse(trimmed);
  const list = typeof json === 'object' && json !== null && 'list' in json ? json.list : undefined;
  return typeof list === 'string' ? list : '';
}
