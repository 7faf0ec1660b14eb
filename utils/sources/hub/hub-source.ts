import * as z from 'zod/mini';
import { Id } from '../../../domain/model/ids';
import { OpenInvitation } from '../../../domain/model/invitation';
import { Rejected, SignedOut, type Source, Unreachable } from '../../../sync/ports';
import { HubError, KnownActsResponse } from '../../../sync/protocol';
import { BootstrapAnswer, PullAnswer, PushAnswer, readBootstrap, readPull } from '../../../sync/read-answers';
import { fetchBytes, fetchJson, type NetworkAnswer, type NetworkRequest } from '../../network/fetch-allowed';
import { NotTheHub } from '../../network/network-errors';
import { sha256Of } from '../../network/sha256-of';
import { capabilitiesOf } from '../capabilities';
import { checkVersions } from './check-versions';
import { type HubMailboxes, hubMailboxes } from './hub-mailboxes';
import { type HubMoves, hubMoves } from './hub-moves';

/** Where the access token comes from. Both throw `SignedOut` when there is none to be had. */
export interface Tokens {
  accessToken(): Promise<string>;
  /** The hub did not take this one, whatever our clock says of it: get another. */
  replaceToken(refused: string): Promise<string>;
}

/** A file or a picture may be large and the line slow; an answer of rows is not. */
const fileTimeoutMs = 10 * 60_000;

/** The pictures a hub fetched for us, `data:` URLs by their address. */
const Images = z.object({ images: z.record(z.string(), z.string()) });
const Invitations = z.object({ invitations: z.array(OpenInvitation) });
const Withdrawn = z.object({ withdrawn: z.boolean() });
const Bodies = z.object({ bodies: z.record(Id, z.string()) });

export interface HubSource extends Source {
  /** Remote images of a message through the hub's proxy: the sender learns neither our address nor when we read (X5). */
  fetchImages(messageId: Id, urls: string[]): Promise<Record<string, string>>;
  /** Links into the workspace that may still be used, newest first; with account access alone. */
  openInvitations(): Promise<OpenInvitation[]>;
  /** Whether there was still something to withdraw. */
  withdrawInvitation(invitationId: Id): Promise<boolean>;
  mailboxes: HubMailboxes;
  moves: HubMoves;
}

/** A team hub as a source. `origin` as in `https://hub.example`; `language` is what the person reads, for what the hub writes to them. */
export function createHubSource(origin: string, tokens: Tokens, language?: () => Promise<string>): HubSource {
  type Ask<Body> = (request: NetworkRequest) => Promise<NetworkAnswer<Body>>;

  /** Asks with the token, once more with another where the hub refuses it. */
  async function ask<Body>(fetchBody: Ask<Body>, path: string, request: Omit<NetworkRequest, 'url' | 'allow'>): Promise<Body> {
    const spoken = language && { 'accept-language': await language() };
    const withToken = (token: string) =>
      fetchBody({ ...request, url: origin + path, allow: [origin], headers: { ...request.headers, ...spoken, authorization: `Bearer ${token}` } });
    const token = await tokens.accessToken();
    let answer = await withToken(token);
    if (answer.status === 401) answer = await withToken(await tokens.replaceToken(token));
    return bodyOf(answer);
  }

  const post = <Body>(path: string, body: unknown, answer: z.ZodMiniType<Body>): Promise<Body> =>
    askFor(path, answer, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  async function askFor<Body>(path: string, answer: z.ZodMiniType<Body>, request: Omit<NetworkRequest, 'url' | 'allow'>): Promise<Body> {
    try {
      const json = await ask(fetchJson, path, request);
      const parsed = answer.safeParse(json);
      if (parsed.success) return parsed.data;
      throw new NotTheHub('wrong-shape', `${path}: ${parsed.error.issues[0]?.path.join('.')}`);
    } catch (error) {
      // An answer that does not fit may come from a hub of another age: then waiting does not help, and the person must know.
      if (error instanceof Rejected || (error instanceof NotTheHub && error.why === 'wrong-shape')) await checkVersions(origin);
      throw error;
    }
  }

  return {
    capabilities: capabilitiesOf({ kind: 'hub' }),
    push: (request) => post('/sync/push', request, PushAnswer),
    pull: async (request) => readPull(await post('/sync/pull', request, PullAnswer)),
    bootstrap: async (request) => readBootstrap(request.space, await post('/sync/bootstrap', request, BootstrapAnswer)),
    knownActs: (request) => post('/sync/acts', request, KnownActsResponse),
    fetchBodies: async (messageIds) => (await post('/bodies', { messageIds }, Bodies)).bodies,
    fetchImages: async (messageId, urls) => (await post('/images', { messageId, urls }, Images)).images,
    openInvitations: async () => (await askFor('/invitations', Invitations, {})).invitations,
    withdrawInvitation: async (invitationId) => (await post('/invitations/withdraw', { invitationId }, Withdrawn)).withdrawn,
    mailboxes: hubMailboxes(askFor),
    moves: hubMoves(askFor),
    async fetchFile(messageId, hash) {
      const bytes = await ask(fetchBytes, `/messages/${messageId}/files/${hash}`, { timeoutMs: fileTimeoutMs });
      if ((await sha256Of(bytes)) !== hash) throw new NotTheHub('wrong-shape', 'the file is another one');
      return bytes;
    },
    async uploadFile(hash, bytes) {
      await ask(fetchBytes, `/files/${hash}`, { method: 'PUT', body: bytes, timeoutMs: fileTimeoutMs });
    },
  };
}

/** 5xx and 429 pass by themselves; other 4xx are about this very request. */
function bodyOf<Body>({ status, body }: NetworkAnswer<Body>): Body {
  if (status >= 200 && status < 300) return body;
  if (status === 401) throw new SignedOut('the hub does not take our token');
  if (status >= 500 || status === 429 || status === 408) throw new Unreachable(`the hub answered ${status}`);
  throw new Rejected(status, HubError.safeParse(body).data?.error);
}
