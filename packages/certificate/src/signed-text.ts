import { ed25519 } from '@noble/curves/ed25519.js';
import { fromBase64Url } from './base64url.ts';
import { parseSign1 } from './cose-sign1.ts';
import type { SignedMessage } from './cose-sign1.ts';
import type { PublishedKey } from './key-set.ts';

export type VerifySignature = (signed: {
  readonly signature: Uint8Array;
  readonly toBeSigned: Uint8Array;
  readonly key: PublishedKey;
}) => boolean;

/** The signed message in a text: white space from copying is forgiven, and so is an address before the `#`. */
export function parseSignedText(
  text: string,
  wanted: { readonly prefix: string; readonly type: string; readonly lengthMax: number },
): SignedMessage | undefined {
  if (text.length > wanted.lengthMax) return undefined;
  const plain = text.replaceAll(/\s/g, '');
  const code = plain.slice(plain.indexOf('#') + 1);
  if (!code.startsWith(wanted.prefix)) return undefined;
  const bytes = fromBase64Url(code.slice(wanted.prefix.length));
  const message = bytes && parseSign1(bytes);
  return message?.type === wanted.type ? message : undefined;
}

/** Strict by RFC 8032. */
export function verifyEd25519(signed: Parameters<VerifySignature>[0]): boolean {
  try {
    return ed25519.verify(signed.signature, signed.toBeSigned, signed.key.publicKey, { zip215: false });
  } catch {
    // Thrown for bytes that are no point or no scalar.
    return false;
  }
}
