import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { BufferedTx } from '../../domain/core/buffered-tx';
import { type Refusal, refuse } from '../../domain/core/refusal';
import { foldAddress } from '../../domain/model/address';
import { Id } from '../../domain/model/ids';
import { maySetUpChannel } from '../../domain/permission/may-set-up-channel';
import { maySetUpInbox } from '../../domain/permission/may-set-up-inbox';
import { MailSignInConnectRequest, type MailSignInOutcome, MailSignInRequest } from '../../sync/mail-sign-in-protocol';
import { connectMailboxAs, signInAs } from '../channels/email/imap/sign-in-mailbox';
import { type BeginSignIn, beginSignIn, type CameBack, comeBack } from '../channels/email/oauth/provider-sign-in';
import { wayOf } from '../channels/email/oauth/way-of';
import { localeOf } from '../pages/locale-of';
import { mailSignInPage } from '../pages/mail-sign-in-page';
import { inSpacesOf } from '../sync/in-spaces-of';
import type { HttpHost } from './http-host';
import { hubProblem } from './hub-problem';
import { readJson } from './read-json';
import { type AgentVariables, requireAgent } from './require-agent';

type Ctx = Context<AgentVariables>;

/**
 * Signing a mailbox in at Google or Microsoft: begun by an agent who may (INB-4), done by a person in a tab at the provider, who is sent back
 * to `/mail-sign-in` with a state that is good once and for ten minutes.
 */
export function mailSignInRoutes(host: HttpHost) {
  const { mailboxSetup: setup } = host;
  const { provider: oauth } = setup;
  const routes = new Hono<AgentVariables>();
  routes.use('/mail-sign-ins', requireAgent(host));
  routes.use('/mail-sign-ins/*', requireAgent(host));

  /** What is to be signed in to, if this agent may. */
  const asked = (agentId: Id, request: MailSignInRequest) =>
    inSpacesOf(setup.store, agentId, async ({ reader }): Promise<BeginSignIn | Refusal> => {
      const { tx } = new BufferedTx(reader);
      const by = { kind: 'agent', agentId } as const;
      const refused = 'channelId' in request ? await maySetUpChannel(by, request.channelId, tx) : await maySetUpInbox(by, request.inboxId, tx);
      if (refused) return refused;
      const channel = 'channelId' in request ? await reader.find('channels', request.channelId) : undefined;
      const inbox = await reader.find('inboxes', channel?.inboxId ?? ('inboxId' in request ? request.inboxId : ''));
      const provider = 'provider' in request ? request.provider : channel?.mailbox?.provider;
      if (!inbox || !provider || (channel && channel.address === null)) return refuse('not-found');
      return { agentId, workspaceId: inbox.workspaceId, provider, channel: channel ? { id: channel.id, address: channel.address ?? '' } : null };
    });

  routes.post('/mail-sign-ins', async (c) => {
    const begin = await asked(c.get('agentId'), await readJson(c, MailSignInRequest, 4 << 10));
    if ('refused' in begin) return refusal(c, begin);
    const begun = await beginSignIn(oauth, begin);
    return begun ? c.json(begun) : hubProblem(c, 404, 'no-client', 'the hub has no client at this provider');
  });
  routes.get('/mail-sign-ins/:id', async (c) => {
    const outcome = await oauth.signIns.outcomeFor(c.get('agentId'), idOf(c), host.now());
    return outcome === undefined ? hubProblem(c, 404, 'not-found', 'no such sign-in') : c.json({ outcome });
  });
  routes.post('/mail-sign-ins/:id/connect', async (c) => {
    const { channel } = await readJson(c, MailSignInConnectRequest, 64 << 10);
    const found = await oauth.signIns.found(c.get('agentId'), idOf(c));
    if (!found || foldAddress(channel.address) !== found.address || channel.provider !== found.provider)
      return hubProblem(c, 404, 'not-found', 'no such sign-in');
    const refused = await connectMailboxAs(setup, c.get('agentId'), channel, wayOf(found, found.address, found.refreshToken));
    if (refused) return refusal(c, refused);
    await oauth.signIns.forget(found.id);
    return c.json({});
  });

  /** An account that is signed in to again is the one that was: else its mail would come into a channel of another address. */
  const settled = async (back: Exclude<CameBack, { expired: true }>): Promise<{ outcome: MailSignInOutcome; refreshToken: string }> => {
    const { signIn, outcome, refreshToken } = back;
    const { channelId, agentId } = signIn;
    if (channelId === null || 'problem' in outcome) return { outcome, refreshToken };
    const channel = await setup.store.transaction('all', ({ reader }) => reader.find('channels', channelId));
    const { address } = outcome;
    if (channel?.address !== address) return { outcome: { problem: 'wrong-account', words: '', address }, refreshToken: '' };
    const refused = await signInAs(setup, agentId, channelId, wayOf(signIn, address, refreshToken));
    return { outcome: refused ? { problem: 'refused', words: refused.refused } : outcome, refreshToken: '' };
  };
  routes.get('/mail-sign-in', async (c) => {
    const back = await comeBack(oauth, new URL(c.req.url).searchParams);
    // Another browser may come back than the one that speaks for Samtale here: whose sign-in it is, is known.
    const locale = localeOf(c.req.raw, 'expired' in back ? undefined : await host.sightings.localeOf(back.signIn.agentId));
    if ('expired' in back) return mailSignInPage(locale, { problem: 'expired', words: '' });
    const { outcome, refreshToken } = await settled(back);
    await oauth.signIns.end(back.signIn.id, outcome, refreshToken);
    return mailSignInPage(locale, outcome);
  });
  return routes;
}

const idOf = (c: Ctx): Id => z.catch(Id, '00000000-0000-7000-8000-000000000000').parse(c.req.param('id'));

const refusal = (c: Ctx, { refused }: Refusal) =>
  hubProblem(c, refused === 'not-allowed' ? 403 : refused === 'address-taken' ? 409 : refused === 'not-found' ? 404 : 400, refused, 'refused');
