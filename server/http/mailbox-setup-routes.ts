import { type Context, Hono } from 'hono';
import * as z from 'zod/mini';
import { BufferedTx } from '../../domain/core/buffered-tx';
import type { Actor } from '../../domain/core/meta';
import type { Refusal } from '../../domain/core/refusal';
import type { Tx } from '../../domain/core/tx';
import { Id } from '../../domain/model/ids';
import type { MailboxSettings } from '../../domain/model/mailbox';
import { maySetUpChannel } from '../../domain/permission/may-set-up-channel';
import { maySetUpInbox } from '../../domain/permission/may-set-up-inbox';
import {
  type MailboxAnswer,
  MailboxConnectRequest,
  type MailboxPreset,
  MailboxPresetRequest,
  MailboxSignInRequest,
  type MailboxTestAnswer,
  MailboxTestRequest,
} from '../../sync/mailbox-protocol';
import type { MailboxWay } from '../channels/email/imap/mailboxes';
import { connectMailboxAs, disconnectMailboxAs, type SignInHost, signInAs, tryMailboxAs } from '../channels/email/imap/sign-in-mailbox';
import type { ProviderMail } from '../channels/email/oauth/provider-mail';
import { inSpacesOf } from '../sync/in-spaces-of';
import type { HttpHost } from './http-host';
import { hubProblem } from './hub-problem';
import { readJson } from './read-json';
import { type AgentVariables, requireAgent } from './require-agent';

/** What setting up a mailbox needs of the hub. */
export interface MailboxSetup extends SignInHost {
  test(settings: MailboxSettings, password: string): Promise<MailboxTestAnswer>;
  findPreset(address: string): Promise<MailboxPreset | null>;
  provider: ProviderMail;
}

const wayOf = ({ settings, password }: SignIn): MailboxWay => ({ settings, oauth: null, secret: password });
type SignIn = z.infer<typeof MailboxSignInRequest>;

const bytes = 64 << 10;
type Ctx = Context<AgentVariables>;

/**
 * A team's own mailbox, set up by whoever has account access (INB-4): these addresses make the hub reach out to hosts somebody
 * typed (S19), and they take passwords, which never come back out.
 */
export function mailboxSetupRoutes(host: HttpHost) {
  const { mailboxSetup: setup } = host;
  const routes = new Hono<AgentVariables>();
  routes.use('/mailboxes', requireAgent(host));
  routes.use('/mailboxes/*', requireAgent(host));

  const asked = (c: Ctx, may: (actor: Actor, tx: Tx) => Promise<Refusal | undefined>) => {
    const agentId = c.get('agentId');
    return inSpacesOf(setup.store, agentId, ({ reader }) => may({ kind: 'agent', agentId }, new BufferedTx(reader).tx));
  };
  const mayInbox = (c: Ctx, inboxId: Id) => asked(c, (actor, tx) => maySetUpInbox(actor, inboxId, tx));
  const mayChannel = (c: Ctx, channelId: Id) => asked(c, (actor, tx) => maySetUpChannel(actor, channelId, tx));

  /** Tries both servers first; only what answers is kept. */
  const tested = async (c: Ctx, signIn: SignIn, keep: () => Promise<Refusal | undefined>) => {
    const test = await setup.test(signIn.settings, signIn.password);
    if (test.imap || test.smtp) return c.json({ connected: false, test });
    const refused = await keep();
    return refused ? refusal(c, refused) : c.json({ connected: true, test });
  };

  routes.post('/mailboxes/preset', async (c) => {
    const { inboxId, address } = await readJson(c, MailboxPresetRequest, bytes);
    const refused = await mayInbox(c, inboxId);
    return refused ? refusal(c, refused) : c.json({ preset: await setup.findPreset(address) });
  });
  routes.post('/mailboxes/test', async (c) => {
    const { inboxId, settings, password } = await readJson(c, MailboxTestRequest, bytes);
    const refused = await mayInbox(c, inboxId);
    return refused ? refusal(c, refused) : c.json(await setup.test(settings, password));
  });
  routes.post('/mailboxes', async (c) => {
    const { channel, ...signIn } = await readJson(c, MailboxConnectRequest, bytes);
    const refused = await mayInbox(c, channel.inboxId);
    return refused ? refusal(c, refused) : tested(c, signIn, () => connectMailboxAs(setup, c.get('agentId'), channel, wayOf(signIn)));
  });
  routes.put('/mailboxes/:channelId', async (c) => {
    const channelId = idOf(c);
    const signIn = await readJson(c, MailboxSignInRequest, bytes);
    const refused = await mayChannel(c, channelId);
    return refused ? refusal(c, refused) : tested(c, signIn, () => signInAs(setup, c.get('agentId'), channelId, wayOf(signIn)));
  });
  routes.post('/mailboxes/:channelId/try', async (c) => {
    const refused = await tryMailboxAs(setup, c.get('agentId'), idOf(c));
    return refused ? refusal(c, refused) : c.json({});
  });
  routes.post('/mailboxes/:channelId/sign-out', async (c) => {
    const refused = await disconnectMailboxAs(setup, c.get('agentId'), idOf(c));
    return refused ? refusal(c, refused) : c.json({});
  });
  routes.get('/mailboxes/:channelId', async (c) => {
    const channelId = idOf(c);
    const refused = await mayChannel(c, channelId);
    const answer = refused ? undefined : await mailboxAnswer(setup, channelId);
    return refused || !answer ? refusal(c, refused ?? { refused: 'not-found' }) : c.json(answer);
  });
  return routes;
}

async function mailboxAnswer({ store, mailboxes, provider }: MailboxSetup, channelId: Id): Promise<MailboxAnswer | undefined> {
  const channel = await store.transaction('all', ({ reader }) => reader.find('channels', channelId));
  if (!channel?.mailbox) return undefined;
  const { standing, importSince } = channel.mailbox;
  const folders = await mailboxes.foldersOf(channelId);
  const mails = await provider.taken.reached(channelId);
  const sum = (key: 'found' | 'taken') => folders.reduce((total, folder) => total + folder[key], mails[key]);
  const progress = { found: sum('found'), taken: sum('taken'), waiting: await mailboxes.waitingOf(channelId) };
  return { settings: (await mailboxes.find(channelId))?.settings ?? null, standing, importSince, progress };
}

const idOf = (c: Ctx): Id => z.catch(Id, '').parse(c.req.param('channelId'));

const statuses = { 'not-allowed': 403, 'address-taken': 409 } as const;
const refusal = (c: Ctx, { refused }: Refusal) =>
  hubProblem(c, refused in statuses ? statuses[refused as keyof typeof statuses] : refused === 'not-found' ? 404 : 400, refused, 'refused');
