import { decode, encode, rfc8949EncodeOptions, Tagged } from 'cborg';
import { toBase64Url } from './base64url.ts';

/**
 * COSE_Sign1 (RFC 9052) with EdDSA, tagged 18. The protected header holds the algorithm, the key's id, and a type
 * (RFC 9596), so that one kind of signed thing never passes for another. Encoding is deterministic (RFC 8949, 4.2).
 */
export type SignedMessage = {
  readonly type: string;
  readonly keyId: string;
  readonly payload: ReadonlyMap<unknown, unknown>;
  /** What the signature is over. */
  readonly toBeSigned: Uint8Array;
  readonly signature: Uint8Array;
};

const TAG_COSE_SIGN1 = 18;
const HEADER_ALGORITHM = 1;
const HEADER_KEY_ID = 4;
const HEADER_TYPE = 16;
const EDDSA = -8;
const SIGNATURE_BYTES = 64;
const empty = new Uint8Array(0);

export type SignMessageInput = {
  readonly type: string;
  readonly keyId: Uint8Array;
  readonly payload: ReadonlyMap<number, unknown>;
  readonly sign: (toBeSigned: Uint8Array) => Uint8Array;
};

export function encodeSign1(input: SignMessageInput): Uint8Array {
  const header = new Map<number, unknown>([
    [HEADER_ALGORITHM, EDDSA],
    [HEADER_KEY_ID, input.keyId],
    [HEADER_TYPE, input.type],
  ]);
  const protectedHeader = encode(header, rfc8949EncodeOptions);
  const payload = encode(input.payload, rfc8949EncodeOptions);
  const signature = input.sign(toSigStructure(protectedHeader, payload));
  return encode(new Tagged(TAG_COSE_SIGN1, [protectedHeader, new Map(), payload, signature]), rfc8949EncodeOptions);
}

/** Takes a message apart without looking at its signature; undefined unless it has the form of `encodeSign1`. */
export function parseSign1(bytes: Uint8Array): SignedMessage | undefined {
  try {
    return readSign1(bytes);
  } catch {
    // The decoder throws on anything that is not deterministic CBOR of the expected types.
    return undefined;
  }
}

function readSign1(bytes: Uint8Array): SignedMessage | undefined {
  const message: unknown = decode(bytes, { ...strict, tags: Tagged.preserve(TAG_COSE_SIGN1) });
  if (!(message instanceof Tagged) || !Array.isArray(message.value) || message.value.length !== 4) return undefined;
  const [protectedHeader, unprotected, payload, signature]: unknown[] = message.value;
  if (!(unprotected instanceof Map) || unprotected.size > 0) return undefined;
  if (!(protectedHeader instanceof Uint8Array) || !(payload instanceof Uint8Array)) return undefined;
  if (!(signature instanceof Uint8Array) || signature.length !== SIGNATURE_BYTES) return undefined;
  const header = readHeader(protectedHeader);
  const claims: unknown = decode(payload, strict);
  if (header === undefined || !(claims instanceof Map)) return undefined;
  return { ...header, payload: claims, toBeSigned: toSigStructure(protectedHeader, payload), signature };
}

function readHeader(bytes: Uint8Array): { readonly type: string; readonly keyId: string } | undefined {
  const header: unknown = decode(bytes, strict);
  if (!(header instanceof Map) || header.get(HEADER_ALGORITHM) !== EDDSA) return undefined;
  const keyId: unknown = header.get(HEADER_KEY_ID);
  const type: unknown = header.get(HEADER_TYPE);
  if (!(keyId instanceof Uint8Array) || typeof type !== 'string') return undefined;
  return { type, keyId: toBase64Url(keyId) };
}

const strict = {
  strict: true,
  allowIndefinite: false,
  allowUndefined: false,
  rejectDuplicateMapKeys: true,
  useMaps: true,
} as const;

function toSigStructure(protectedHeader: Uint8Array, payload: Uint8Array): Uint8Array {
  return encode(['Signature1', protectedHeader, empty, payload], rfc8949EncodeOptions);
}
