import { fromEpochMs, parseCertificateNumber, parsePlainDate, toEpochMs } from '@anzai/domain';
import type { Channel, Instant, PlainDate, Scheme } from '@anzai/domain';

/** `AZ-2026-4827-1935-6`; it opens nothing by itself: what proves is the signed code. */
export type CertificateNumber = string;

/** What a certificate says. No face, no whole document number. */
export type CertificateClaims = {
  readonly number: CertificateNumber;
  /** The agency's name. */
  readonly agency: string;
  readonly personName: string;
  /** As on screen: `4401**********0017`. */
  readonly documentMasked: string;
  readonly schemes: readonly Scheme[];
  readonly certifiedOn: PlainDate;
  /** The last day that it covers. */
  readonly validUntil: PlainDate;
  /** Null when a newer issuer names a channel that this reader does not know. */
  readonly channel: Channel | null;
  readonly issuedAt: Instant;
  /** The first moment at which it no longer holds: midnight after `validUntil` where the agency is. */
  readonly expiresAt: Instant;
};

/** Registered claims of RFC 8392, and our own below −65536, where the registry leaves them to private use. */
const ISSUER = 1;
const SUBJECT = 2;
const EXPIRES = 4;
const ISSUED = 6;
const ID = 7;
const DOCUMENT = -70_001;
const SCHEMES = -70_002;
const CERTIFIED_ON = -70_003;
const VALID_UNTIL = -70_004;
const CHANNEL = -70_005;

// Numbers on the wire are for ever: new ones are added at the end, none is given twice.
const schemeNumbers = {
  'urban-employee': 1,
  'rural-to-urban': 2,
  resident: 3,
  'other-pension': 4,
  'work-injury': 5,
  'work-death-dependant': 6,
} as const satisfies Record<Scheme, number>;

const channelNumbers = {
  'remote-face': 1,
  'assisted-face': 2,
  'counter-enrolment': 3,
  'counter-document': 4,
  'street-office': 5,
  bank: 6,
  partner: 7,
  trustee: 8,
  'unit-list': 9,
  'written-certificate': 10,
  'trusted-identity': 11,
  'data-match': 12,
  'home-visit': 13,
  review: 14,
} as const satisfies Record<Channel, number>;

export function toClaimMap(claims: CertificateClaims): ReadonlyMap<number, unknown> {
  const map = new Map<number, unknown>([
    [ISSUER, claims.agency.normalize('NFC')],
    [SUBJECT, claims.personName.normalize('NFC')],
    [EXPIRES, toSeconds(claims.expiresAt)],
    [ISSUED, toSeconds(claims.issuedAt)],
    [ID, toIdBytes(claims.number)],
    [DOCUMENT, claims.documentMasked],
    [SCHEMES, claims.schemes.map((scheme) => schemeNumbers[scheme])],
    [CERTIFIED_ON, toDayInteger(claims.certifiedOn)],
    [VALID_UNTIL, toDayInteger(claims.validUntil)],
  ]);
  if (claims.channel !== null) map.set(CHANNEL, channelNumbers[claims.channel]);
  return map;
}

/** Undefined when a claim is missing or is not what it should be. */
export function fromClaimMap(map: ReadonlyMap<unknown, unknown>): CertificateClaims | undefined {
  const number = fromIdBytes(map.get(ID));
  const certifiedOn = fromDayInteger(map.get(CERTIFIED_ON));
  const validUntil = fromDayInteger(map.get(VALID_UNTIL));
  const issuedAt = fromSeconds(map.get(ISSUED));
  const expiresAt = fromSeconds(map.get(EXPIRES));
  const texts = [map.get(ISSUER), map.get(SUBJECT), map.get(DOCUMENT)];
  const schemes = map.get(SCHEMES);
  if (number === undefined || certifiedOn === undefined || validUntil === undefined) return undefined;
  if (issuedAt === undefined || expiresAt === undefined || !Array.isArray(schemes)) return undefined;
  if (!texts.every((text) => typeof text === 'string')) return undefined;
  const [agency = '', personName = '', documentMasked = ''] = texts;
  const channel = findKey(channelNumbers, map.get(CHANNEL)) ?? null;
  const known = schemes
    .map((scheme: unknown) => findKey(schemeNumbers, scheme))
    .filter((scheme) => scheme !== undefined);
  return {
    number,
    agency,
    personName,
    documentMasked,
    schemes: known,
    certifiedOn,
    validUntil,
    channel,
    issuedAt,
    expiresAt,
  };
}

/** NumericDate of RFC 8392: whole seconds since 1970. */
export function toSeconds(instant: Instant): number {
  return Math.floor(toEpochMs(instant) / 1000);
}

export function fromSeconds(seconds: unknown): Instant | undefined {
  const isSane = typeof seconds === 'number' && Number.isInteger(seconds) && seconds >= 0 && seconds < 253_402_300_800;
  return isSane ? fromEpochMs(seconds * 1000) : undefined;
}

/** `2026-06-01` as 20260601. */
export function toDayInteger(day: PlainDate): number {
  return Number(day.replaceAll('-', ''));
}

export function fromDayInteger(integer: unknown): PlainDate | undefined {
  if (typeof integer !== 'number') return undefined;
  const figures = String(integer);
  return parsePlainDate(`${figures.slice(0, 4)}-${figures.slice(4, 6)}-${figures.slice(6)}`);
}

/** All thirteen figures as one integer. Throws on anything but a certificate's number. */
export function toCertificateInteger(number: CertificateNumber): number {
  const parsed = parseCertificateNumber(number);
  if (parsed === undefined) throw new RangeError('not a certificate number');
  return Number(parsed.replaceAll(/\D/g, ''));
}

export function fromCertificateInteger(integer: number): CertificateNumber | undefined {
  return parseCertificateNumber(String(integer).padStart(13, '0'));
}

/** Six bytes, the most significant first. */
function toIdBytes(number: CertificateNumber): Uint8Array {
  const bytes = new Uint8Array(6);
  const view = new DataView(bytes.buffer);
  const integer = toCertificateInteger(number);
  view.setUint16(0, Math.floor(integer / 2 ** 32));
  view.setUint32(2, integer % 2 ** 32);
  return bytes;
}

function fromIdBytes(id: unknown): CertificateNumber | undefined {
  if (!(id instanceof Uint8Array) || id.length !== 6) return undefined;
  const view = new DataView(id.buffer, id.byteOffset, id.byteLength);
  return fromCertificateInteger(view.getUint16(0) * 2 ** 32 + view.getUint32(2));
}

function findKey<K extends string>(numbers: Readonly<Record<K, number>>, wanted: unknown): K | undefined {
  for (const key in numbers) if (numbers[key] === wanted) return key;
  return undefined;
}
