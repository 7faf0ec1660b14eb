import {
  AuthorizationResponseError,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  ResponseBodyError,
  type TokenEndpointResponse,
  validateAuthResponse,
} from 'oauth4webapi';
import { v7 } from 'uuid';
import type { Id } from '../../../../domain/model/ids';
import type { MailSignInProblem } from '../../../../domain/model/mail-sign-in-problem';
import type { MailProvider } from '../../../../domain/model/mailbox';
import type { MailSignInBegun, MailSignInOutcome } from '../../../../sync/mail-sign-in-protocol';
import { AccountRefused, accountOf } from './account-of';
import type { KnownClient, MailClients } from './mail-clients';
import type { MailSignIn } from './oauth-schema';
import { providers, tokenScopeOf } from './providers';
import type { SignIns } from './sign-ins';
import { type Fetch, TokenEndpoint } from './token-endpoint';

export interface ProviderSignInHost {
  clients: MailClients;
  signIns: SignIns;
  fetch: Fetch;
  now(): number;
  /** Where the provider sends people back to; what is registered there. */
  redirectUri: string;
}

export interface BeginSignIn {
  agentId: Id;
  workspaceId: Id;
  provider: MailProvider;
  /** Again, to this mailbox. */
  channel: { id: Id; address: string } | null;
}

/** Where a person signs in, and the id under which the page asks what came of it; `undefined` without a client. */
export async function beginSignIn(
  { clients, signIns, now, redirectUri }: ProviderSignInHost,
  { agentId, workspaceId, provider, channel }: BeginSignIn,
): Promise<MailSignInBegun | undefined> {
  const client = await clients.find(workspaceId, provider);
  if (!client) return undefined;
  const { server, scopes, authorization } = providers[provider];
  const [id, state, verifier] = [v7(), generateRandomState(), generateRandomCodeVerifier()];
  const { access } = client;
  await signIns.begin({ id, agentId, workspaceId, provider, access, channelId: channel?.id ?? null, begunAt: now() }, { state, verifier });
  const url = new URL(server(client.tenant).authorization_endpoint ?? '');
  url.search = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: scopes[access].join(' '),
    state,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...authorization,
    ...(channel ? { login_hint: channel.address } : {}),
  }).toString();
  return { id, url: url.href };
}

/** What came back from the provider's page. `expired`: nobody here waits for it, or not any more. */
export type CameBack = { expired: true } | { signIn: MailSignIn; outcome: MailSignInOutcome; refreshToken: string };

/** Takes the code that came back for a refresh token, and looks whose account it is and what was allowed. */
export async function comeBack({ clients, signIns, fetch, now, redirectUri }: ProviderSignInHost, answer: URLSearchParams): Promise<CameBack> {
  const back = await signIns.comeBack(answer.get('state') ?? '', now());
  if (!back) return { expired: true };
  const { signIn, verifier } = back;
  const failed = (problem: MailSignInProblem, words = '') => ({ signIn, outcome: { problem, words: words.slice(0, 1000) }, refreshToken: '' });
  const client = await clients.find(signIn.workspaceId, signIn.provider);
  if (!client) return failed('client-refused');
  try {
    const token = await exchange(answer, { signIn, client, verifier, fetch, redirectUri });
    if (!allows(token, signIn)) return failed('permission-missing');
    if (!token.refresh_token) return failed('no-refresh-token');
    const address = await accountOf(signIn.provider, token.access_token, fetch);
    return { signIn, outcome: { address }, refreshToken: token.refresh_token };
  } catch (fault) {
    return failed(...problemOf(fault));
  }
}

interface Exchange {
  signIn: MailSignIn;
  client: KnownClient;
  verifier: string;
  fetch: Fetch;
  redirectUri: string;
}

async function exchange(answer: URLSearchParams, { signIn, client, verifier, fetch, redirectUri }: Exchange): Promise<TokenEndpointResponse> {
  const endpoint = new TokenEndpoint(signIn.provider, client, fetch);
  const checked = validateAuthResponse(endpoint.server, endpoint.client, answer, answer.get('state') ?? '');
  return endpoint.exchange(checked, redirectUri, verifier, tokenScopeOf(signIn, 'account'));
}

/** A person may have taken a tick away. Scopes come back whole or by their last part, in any case; `offline_access` shows in the token itself. */
function allows({ scope }: TokenEndpointResponse, signIn: MailSignIn): boolean {
  if (scope === undefined) return true;
  const lastPart = (name: string) => name.toLowerCase().replace(/\/$/, '').split('/').at(-1) ?? '';
  const given = new Set(scope.split(/\s+/).map(lastPart));
  const asked = tokenScopeOf(signIn, 'account').scope?.split(' ') ?? providers[signIn.provider].scopes[signIn.access];
  return asked.every((name) => name === 'offline_access' || given.has(lastPart(name)));
}

function problemOf(fault: unknown): [MailSignInProblem, string] {
  if (fault instanceof AuthorizationResponseError)
    return [fault.error === 'access_denied' ? 'denied' : 'refused', fault.error_description ?? fault.error];
  if (fault instanceof ResponseBodyError) {
    const ofClient = /^(invalid_client|unauthorized_client|redirect_uri_mismatch)$/.test(fault.error);
    return [ofClient ? 'client-refused' : 'refused', fault.error_description ?? fault.error];
  }
  if (fault instanceof AccountRefused) return ['refused', messageIn(fault.body)];
  return ['unreachable', ''];
}

/** The words of an answer of Google's or Microsoft's that says no. */
function messageIn(body: string): string {
  try {
    return String((JSON.parse(body) as { error?: { message?: unknown } }).error?.message ?? '');
  } catch {
    return '';
  }
}
