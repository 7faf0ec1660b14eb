import { v7 } from 'uuid';
import { BufferedTx } from '../../../../domain/core/buffered-tx';
import type { Refusal } from '../../../../domain/core/refusal';
import { refuse } from '../../../../domain/core/refusal';
import type { Id } from '../../../../domain/model/ids';
import type { ArgsOf } from '../../../../domain/mutations';
import { maySetUpChannel } from '../../../../domain/permission/may-set-up-channel';
import type { DrizzleHubStore } from '../../../db/drizzle-hub-store';
import type { DrizzleHubTransaction } from '../../../db/drizzle-hub-transaction';
import { releaseMails } from '../../../db/release-mails';
import { actAsHost } from '../../../sync/act-as-host';
import { actIn } from '../../../sync/act-in';
import { inSpacesOf } from '../../../sync/in-spaces-of';
import type { MailboxRow } from './mailbox-schema';
import type { Mailboxes, MailboxWay } from './mailboxes';

export interface SignInHost {
  store: DrizzleHubStore;
  mailboxes: Mailboxes;
  now(): number;
  /** Ends a provider's consent there too; where it cannot, forgetting is all there is. */
  revoke?(forgotten: MailboxRow): void;
}

/** Connects a mailbox as this agent: the channel, its password and its standing, together or not at all. Answers why not. */
export async function connectMailboxAs(host: SignInHost, agentId: Id, args: ArgsOf<'connectMailbox'>, way: MailboxWay): Promise<Refusal | undefined> {
  return inSpacesOf(host.store, agentId, async (transaction) => {
    const refused = await actIn(transaction, { name: 'connectMailbox', args, uuid: v7(), at: host.now(), by: { kind: 'agent', agentId } });
    return refused ?? keepSignIn(host, transaction, args.channelId, way);
  });
}

/** Signs in to a mailbox there is, with another password or at another server. */
export async function signInAs(host: SignInHost, agentId: Id, channelId: Id, way: MailboxWay): Promise<Refusal | undefined> {
  return inSpacesOf(host.store, agentId, async (transaction) => {
    const refused = await maySetUpChannel({ kind: 'agent', agentId }, channelId, new BufferedTx(transaction.reader).tx);
    return refused ?? keepSignIn(host, transaction, channelId, way);
  });
}

/** Goes to a mailbox's servers now, for what lies there and with what waits to be sent, instead of after the pause that failing has made long. */
export async function tryMailboxAs(host: SignInHost, agentId: Id, channelId: Id): Promise<Refusal | undefined> {
  return inSpacesOf(host.store, agentId, async (transaction) => {
    const refused = await maySetUpChannel({ kind: 'agent', agentId }, channelId, new BufferedTx(transaction.reader).tx);
    if (refused) return refused;
    await host.mailboxes.tryAgain(transaction.db, channelId);
    await releaseMails(transaction.db, channelId, host.now());
    return undefined;
  });
}

/** Signs a mailbox out: the standing everybody sees and the password, together. */
export async function disconnectMailboxAs(host: SignInHost, agentId: Id, channelId: Id): Promise<Refusal | undefined> {
  let forgotten: MailboxRow | undefined;
  const refused = await inSpacesOf(host.store, agentId, async (transaction) => {
    const act = { name: 'disconnectMailbox', args: { channelId }, uuid: v7(), at: host.now() } as const;
    const refused = await actIn(transaction, { ...act, by: { kind: 'agent', agentId } });
    forgotten = refused ? undefined : await host.mailboxes.signOut(transaction.db, channelId);
    return refused;
  });
  if (forgotten) host.revoke?.(forgotten);
  return refused;
}

async function keepSignIn(
  { mailboxes, now }: SignInHost,
  transaction: DrizzleHubTransaction,
  channelId: Id,
  way: MailboxWay,
): Promise<Refusal | undefined> {
  const channel = await transaction.reader.find('channels', channelId);
  const inbox = channel && (await transaction.reader.find('inboxes', channel.inboxId));
  // What a channel is does not change by signing in: a password opens none that is its provider's, nor the other way round.
  if (!channel?.mailbox || !channel.address || !inbox || channel.mailbox.provider !== way.oauth?.provider) return refuse('not-found');
  const { workspaceId } = inbox;
  const { importSince } = channel.mailbox;
  const at = now();
  await mailboxes.signIn(transaction.db, { channelId, workspaceId, address: channel.address, way, importSince, at });
  await releaseMails(transaction.db, channelId, at);
  const standing = { state: 'importing' as const };
  return actAsHost(transaction, { name: 'recordMailbox', args: { channelId, standing, signedIn: true }, workspaceId, uuid: v7(), at });
}
