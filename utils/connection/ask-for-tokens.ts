import * as z from 'zod/mini';
import { Id } from '../../domain/model/ids';
import { Deactivated, SignedOut, Unreachable } from '../../sync/ports';
import { fetchJson } from '../network/fetch-allowed';
import type { ConnectionHost } from './connection-host';
import { deviceProof } from './device-proof';
import { probeHub } from './probe-hub';

/** The one client every hub knows the extension as. */
export const clientId = 'samtale-extension';

export const Granted = z.object({
  access_token: z.string().check(z.minLength(1)),
  refresh_token: z.string().check(z.minLength(1)),
  expires_in: z.number(),
  samtale_agent: z.object({ id: Id, name: z.string(), email: z.string() }),
});
export type Granted = z.infer<typeof Granted>;
const Denied = z.object({ error: z.string(), error_description: z.optional(z.string()) });

const clockName = (origin: string) => `clock-${origin}`;
/** Remembers how the hub's clock stands to ours, ms: a proof must bear the hub's time. */
export const rememberClock = (host: Pick<ConnectionHost, 'memory'>, origin: string, offset: number) => host.memory.set(clockName(origin), offset);

/**
 * Asks the hub's token endpoint, with the proof of this device's key. Throws `SignedOut` with the hub's reason, `Deactivated` where that is it, when it refuses, and
 * `Unreachable` for everything that tells nothing about the session: no answer, another's answer, an overloaded hub.
 */
export async function askForTokens(
  host: Pick<ConnectionHost, 'memory' | 'now'>,
  origin: string,
  deviceKey: CryptoKeyPair,
  fields: Record<string, string>,
): Promise<Granted> {
  const first = await ask(host, origin, deviceKey, fields);
  if (first !== 'proof-refused') return first;
  // Our clock was set since we last looked, or we never did.
  const hub = await probeHub(origin, host.now);
  if ('problem' in hub) throw new Unreachable(`the hub's time is not to be had: ${hub.problem}`);
  await rememberClock(host, origin, hub.clockOffset);
  const second = await ask(host, origin, deviceKey, fields);
  if (second === 'proof-refused') throw new SignedOut('invalid_dpop_proof');
  return second;
}

async function ask(
  host: Pick<ConnectionHost, 'memory' | 'now'>,
  origin: string,
  deviceKey: CryptoKeyPair,
  fields: Record<string, string>,
): Promise<Granted | 'proof-refused'> {
  const url = `${origin}/auth/oauth2/token`;
  const offset = z.catch(z.number(), 0).parse(await host.memory.get(clockName(origin)));
  const { status, body } = await fetchJson({
    url,
    allow: [origin],
    method: 'POST',
    headers: { dpop: await deviceProof(deviceKey, { method: 'POST', url, at: host.now() + offset }) },
    body: new URLSearchParams({ client_id: clientId, ...fields }),
  });
  const granted = Granted.safeParse(body);
  if (status === 200 && granted.success) return granted.data;
  const denied = Denied.safeParse(body);
  if ((status !== 400 && status !== 401) || !denied.success) throw new Unreachable(`the hub answered ${status} to a request for tokens`);
  if (denied.data.error === 'invalid_dpop_proof') return 'proof-refused';
  throw denied.data.error_description === 'deactivated' ? new Deactivated('deactivated') : new SignedOut(denied.data.error);
}
