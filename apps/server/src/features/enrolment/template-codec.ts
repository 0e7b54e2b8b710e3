import type { EmbedderId, Template } from '@anzai/face';

/** Little-endian 32-bit floats, as the vector lies in memory on every machine that Node supports. */
export function encodeTemplate(template: Template): Uint8Array {
  const { buffer, byteOffset, byteLength } = template.vector;
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Copied, because the bytes may be a window on a larger pool; `slice` of Node's own buffers would not copy. */
export function decodeTemplate(
  bytes: Uint8Array,
  made: { readonly embedder: EmbedderId; readonly frames: number },
): Template {
  if (bytes.length === 0 || bytes.length % 4 !== 0) throw new RangeError('not a template');
  const vector = new Float32Array(new Uint8Array(bytes).buffer);
  return { embedder: made.embedder, vector, frames: made.frames };
}

export function isSameEmbedder(one: EmbedderId, other: EmbedderId): boolean {
  return one.id === other.id && one.version === other.version;
}
