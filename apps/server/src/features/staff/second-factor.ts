import { Secret, TOTP } from 'otpauth';

const periodSeconds = 30;
/** One step to each side, for clocks that differ a little. */
const window = 1;
const secretBytes = 20;

/** Text in the authenticator app beside the figures. */
const issuer = 'Anzai';

function createTotp(secret: string, login: string): TOTP {
  return new TOTP({ issuer, label: login, secret: Secret.fromBase32(secret), period: periodSeconds, digits: 6 });
}

/** A fresh secret in base32. */
export function makeSecret(): string {
  return new Secret({ size: secretBytes }).base32;
}

export function toOtpauthUrl(secret: string, login: string): string {
  return createTotp(secret, login).toString();
}

type ShownCode = {
  readonly secret: string;
  readonly code: string;
  readonly now: string;
  /** The last step that was used; its code and earlier ones are refused. */
  readonly lastStep: bigint | null;
};

/** The time step that a code belongs to, when it is right and its step was not used before (RFC 6238, section 5.2). */
export function findStep(shown: ShownCode): bigint | undefined {
  const timestamp = Date.parse(shown.now);
  const delta = createTotp(shown.secret, '').validate({ token: shown.code, timestamp, window });
  if (delta === null) return undefined;
  const step = BigInt(Math.floor(timestamp / (periodSeconds * 1000)) + delta);
  return shown.lastStep !== null && step <= shown.lastStep ? undefined : step;
}

/** The code of an instant, as the authenticator app shows it. */
export function toCode(secret: string, now: string): string {
  return createTotp(secret, '').generate({ timestamp: Date.parse(now) });
}
