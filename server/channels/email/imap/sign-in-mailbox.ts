import { v7 } from 'uuid';
import { BufferedTx } from '../../../../domain/core/buffered-tx';
import type { Refusal } from '../../../../domain/core/refusal';
import { refuse } from '../../../../domain/core/refusal';
import type { Id } from '../../../../domain/model/ids';
import type { MailboxSettings } from '../../../../domain/model/mailbox';
import type { ArgsOf } from '../../../../domain/mutations';
import { maySetUpChannel } from '../../../../domain/permission/may-set-up-channel';
import type { DrizzleHubStore } from '../../../db/drizzle-hub-store';
import type { DrizzleHubTransaction } from '../../../db/drizzle-hub-transaction';
import { actAsHost } from '../../../sync/act-as-host';
import { actIn } from '../../../sync/act-in';
import { inSpacesOf } from '../../../sync/in-spaces-of';
import type { Mailboxes } from './mailboxes';

export interface SignInHost {
  store: DrizzleHubStore;
  mailboxes: Mailboxes;
  now(): number;
}

export interface SignIn {
  settings: MailboxSettings;
  password: string;
}

/** Connects a mailbox as this agent: the channel, its password and its standing, together or not at all. Answers why not. */
export async function connectMailboxAs(host: SignInHost, agentId: Id, args: ArgsOf<'connectMailbox'>, signIn: SignIn): Promise<Refusal | undefined> {
  return inSpacesOf(host.store, agentId, async (transaction) => {
    const refused = await actIn(transaction, { name: 'connectMailbox', args, uuid: v7(), at: host.now(), by: { kind: 'agent', agentId } });
    return refused ?? keepSignIn(host, transaction, args.channelId, signIn);
  });
}

/** Signs in to a mailbox there is, with another password or at another server. */
export async function signInAs(host: SignInHost, agentId: Id, channelId: Id, signIn: SignIn): Promise<Refusal | undefined> {
  return inSpacesOf(host.store, agentId, async (transaction) => {
    const refused = await maySetUpChannel({ kind: 'agent', agentId }, channelId, new BufferedTx(transaction.reader).tx);
    return refused ?? keepSignIn(host, transaction, channelId, signIn);
  });
}

/** Signs a mailbox out: the standing everybody sees and the password, together. */
export async function disconnectMailboxAs(host: SignInHost, agentId: Id, channelId: Id): Promise<Refusal | undefined> {
  return inSpacesOf(host.store, agentId, async (transaction) => {
    const act = { name: 'disconnectMailbox', args: { channelId }, uuid: v7(), at: host.now() } as const;
    const refused = await actIn(transaction, { ...act, by: { kind: 'agent', agentId } });
    if (!refused) await host.mailboxes.signOut(transaction.db, channelId);
    return refused;
  });
}

async function keepSignIn(
  { mailboxes, now }: SignInHost,
  transaction: DrizzleHubTransaction,
  channelId: Id,
  { settings, password }: SignIn,
): Promise<Refusal | undefined> {
  const channel = await transaction.reader.find('channels', channelId);
  const inbox = channel && (await transaction.reader.find('inboxes', channel.inboxId));
  if (!channel?.mailbox || !channel.address || !inbox) return refuse('not-found');
  const { workspaceId } = inbox;
  const { importSince } = channel.mailbox;
  const at = now();
  await mailboxes.signIn(transaction.db, { channelId, workspaceId, address: channel.address, settings, password, importSince, at });
  const standing = { state: 'importing' as const };
  return actAsHost(transaction, { name: 'recordMailbox', args: { channelId, standing, signedIn: true }, workspaceId, uuid: v7(), at });
}
