/** One message for a telephone. `id` stays the same over retries, for the provider to recognise. */
export type SmsMessage = { readonly id: string; readonly to: string; readonly text: string };

export type SmsResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: string; readonly retry: boolean };

/** The way out to telephones. `embedded` only keeps messages for the development outbox page. */
export interface SmsGateway {
  readonly kind: 'embedded' | 'webhook';
  send(message: SmsMessage): Promise<SmsResult>;
}
