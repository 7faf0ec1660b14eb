import * as z from 'zod/mini';
import { SignedOut, Unreachable } from '../../sync/ports';
import type { ConnectAnswer } from '../messaging/contract';
import { askForTokens, clientId, type Granted, rememberClock } from './ask-for-tokens';
import type { HubAddress } from './check-hub-url';
import { AuthWindowClosed, type ConnectionHost } from './connection-host';
import { deviceLocale } from './device-locale';
import { makeDeviceKey } from './device-proof';
import { newSignInAttempt } from './pkce';
import { probeHub } from './probe-hub';
import { keepAccess } from './tokens';
import { Vault } from './vault';

const Attempt = z.object({ state: z.string(), verifier: z.string() });
const attemptName = 'sign-in';

/**
 * Signs in to a hub in its own window. The account is (hub, agent): one that was here before finds its rows and its outbox again,
 * another person gets a database of their own, so nothing queued by one is ever sent as the other (K16, I9).
 */
export async function signIn(host: ConnectionHost, hub: HubAddress): Promise<ConnectAnswer> {
  const { origin } = hub;
  const detail = new URL(origin).host;
  const probed = await probeHub(origin, host.now);
  if ('problem' in probed) return probed;
  await rememberClock(host, origin, probed.clockOffset);
  try {
    const code = await codeFromWindow(host, hub);
    if ('problem' in code) return code;
    const deviceKey = await makeDeviceKey();
    const granted = await askForTokens(host, origin, deviceKey, {
      grant_type: 'authorization_code',
      redirect_uri: host.redirectUri,
      code: code.code,
      code_verifier: code.verifier,
    });
    return { connectionId: await keepAccount(host, origin, probed.name, granted, deviceKey) };
  } catch (error) {
    if (error instanceof AuthWindowClosed) return { problem: 'cancelled', detail };
    if (error instanceof SignedOut) return { problem: 'sign-in-failed', detail: error.message };
    if (error instanceof Unreachable) return { problem: 'unreachable', detail };
    throw error;
  }
}

async function codeFromWindow(
  host: ConnectionHost,
  { origin, invitation }: HubAddress,
): Promise<{ code: string; verifier: string } | Exclude<ConnectAnswer, { connectionId: string }>> {
  const { state, verifier, challenge } = await newSignInAttempt();
  // The newest attempt is the one that counts, should a person have opened two windows.
  await host.memory.set(attemptName, { state, verifier });
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: host.redirectUri,
    scope: 'offline_access inbox',
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
    // The hub's own pages speak as Samtale does here, whatever the browser speaks.
    ui_locales: await deviceLocale(host.device),
  });
  const back = new URL(await host.openAuthWindow(`${origin}${invitation ? `/join/${invitation}` : '/auth/oauth2/authorize'}?${query}`));
  const attempt = Attempt.safeParse(await host.memory.get(attemptName));
  const told = back.searchParams;
  if (!attempt.success || told.get('state') !== attempt.data.state) return { problem: 'sign-in-failed', detail: 'state' };
  await host.memory.remove(attemptName);
  // RFC 9207: an answer of another hub than the one we asked.
  if (told.get('iss') !== `${origin}/auth`) return { problem: 'sign-in-failed', detail: 'issuer' };
  const code = told.get('code');
  if (!code) return { problem: 'sign-in-failed', detail: told.get('error') ?? 'no code' };
  return { code, verifier: attempt.data.verifier };
}

async function keepAccount(host: ConnectionHost, origin: string, hubName: string, granted: Granted, deviceKey: CryptoKeyPair): Promise<string> {
  const { id: agentId, name: agentName, email } = granted.samtale_agent;
  const all = await host.device.connections.toArray();
  const known = all.find((connection) => connection.kind === 'hub' && connection.origin === origin && connection.agentId === agentId);
  const id = known?.id ?? crypto.randomUUID();
  await new Vault(host.device).put(id, { refreshToken: granted.refresh_token, deviceKey });
  await keepAccess(host, id, granted);
  const now = host.now();
  // Last: what is listed can be used.
  await host.device.connections.put({
    id,
    kind: 'hub',
    origin,
    hubName,
    agentId,
    agentName,
    email,
    createdAt: known?.createdAt ?? now,
    lastOpenedAt: now,
    signedOut: false,
  });
  return id;
}
