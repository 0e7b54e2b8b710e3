import qrcode from 'qrcode';

export type Account = { readonly title: string; readonly lines: readonly string[] };

export type Welcome = {
  /** The first one is for this machine. */
  readonly urls: readonly string[];
  readonly https: boolean;
  readonly packTitle: string;
  readonly packWarning: 'demonstration-only' | null;
  /** Set when the server runs with demonstration data. */
  readonly accounts: readonly Account[] | null;
  readonly showsOutbox: boolean;
};

function renderAccounts(accounts: readonly Account[]): readonly string[] {
  const blocks = accounts.flatMap(({ title, lines }) => [`  ${title}`, ...lines.map((line) => `    ${line}`), '']);
  return ['Demonstration accounts (they work on no production server):', '', ...blocks];
}

/** What the terminal says once the server listens; with a QR code of the address that a telephone can reach. */
export async function renderWelcome(welcome: Welcome): Promise<string> {
  const [here = '', ...others] = welcome.urls;
  const lines = [
    '',
    '安在 Anzai is running.',
    '',
    ...welcome.urls.flatMap((url) => [`  For people   ${url}/`, `  For staff    ${url}/console/`]),
    ...(welcome.showsOutbox
      ? [`  Messages     ${here}/dev/outbox  (codes that would go out by SMS, and the staff's six figures)`]
      : []),
    '',
    `  Face models  ${welcome.packTitle}${welcome.packWarning === null ? '' : ' (for demonstration only)'}`,
    ...(welcome.https ? [] : ['  A telephone opens its camera over HTTPS only: start with --https for that.']),
    '',
  ];
  if (welcome.accounts === null) return lines.join('\n');
  const code = await qrcode.toString(`${others[0] ?? here}/`, { type: 'terminal', small: true });
  return [...lines, ...renderAccounts(welcome.accounts), code].join('\n');
}
