import { networkInterfaces } from 'node:os';

/** IPv4 addresses of this machine in its local networks. */
export function listLanAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((entries) => entries ?? [])
    .filter((entry) => entry.family === 'IPv4' && !entry.internal)
    .map((entry) => entry.address);
}

type Listening = { readonly https: boolean; readonly port: number; readonly host: string };

/** What a browser here, and one on the same network, may open. */
export function listUrls({ https, port, host }: Listening): readonly string[] {
  const scheme = https ? 'https' : 'http';
  const isDefault = port === (https ? 443 : 80);
  const suffix = isDefault ? '' : `:${port}`;
  const hosts = host === '0.0.0.0' || host === '::' ? ['localhost', ...listLanAddresses()] : [host];
  return hosts.map((each) => `${scheme}://${each}${suffix}`);
}
