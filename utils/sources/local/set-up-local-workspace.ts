import type { Id } from '../../../domain/model/ids';
import type { ArgsOf, MutationName } from '../../../domain/mutations';
import { databaseNameOf } from '../../connection/database-name';
import type { DeviceDatabase, LocalConnection } from '../../connection/device-database';
import { actLocally } from '../../store/act-locally';
import { openDatabase } from '../../store/database';
import { newId } from '../../store/new-id';
import { type StoreTables, transact } from '../../store/store-tables';
import { nobodysAddress } from './nobodys-address';

export interface LocalSetUp {
  name: string;
  /** One's own, so that mail from them is ours; may be none. */
  addresses: readonly string[];
  /** Names of workspace and inbox, in the language of the screen. */
  words: { workspace: string; inbox: string };
}

/**
 * Makes a workspace of this computer alone: a database of its own like any connection (K16), filled by the same rules a hub begins with. It is
 * listed last, so that what is listed can be used.
 */
export async function setUpLocalWorkspace(
  device: Pick<DeviceDatabase, 'connections'>,
  { name, addresses, words }: LocalSetUp,
  now: number,
): Promise<LocalConnection> {
  const id = crypto.randomUUID();
  const self = { workspaceId: newId(), agentId: newId() };
  const inboxId = newId();
  const db = openDatabase(databaseNameOf(id));
  try {
    await transact(db, async (tables) => {
      await tables.meta.bulkPut([
        { key: 'me', ...self },
        { key: 'local', version: 0, newest: [] },
      ]);
      const act = <N extends MutationName>(name: N, args: ArgsOf<N>) => asHost(tables, self, name, args, now);
      await act('setUpWorkspace', { workspaceId: self.workspaceId, name: words.workspace });
      await act('addAgent', { ...self, name, email: nobodysAddress, accountAccess: true, superAdmin: true });
      await act('createInbox', {
        inboxId,
        workspaceId: self.workspaceId,
        name: words.inbox,
        roleAddressRule: 'first-contact-only',
        extraRoleAddresses: [],
        answerWithinMinutes: null,
        members: [{ memberId: newId(), agentId: self.agentId }],
      });
      const channels = addresses.length > 0 ? addresses : [null];
      for (const address of channels) await act('createChannel', mailChannel({ inboxId, address, name: address ?? words.inbox, companyName: name }));
    });
  } finally {
    db.close();
  }
  const connection: LocalConnection = {
    id,
    kind: 'local',
    agentId: self.agentId,
    agentName: name,
    email: addresses[0] ?? '',
    createdAt: now,
    lastOpenedAt: now,
  };
  await device.connections.put(connection);
  return connection;
}

/** What mail is read into; nothing is sent by it while there is no hub. */
export const mailChannel = (own: { inboxId: Id; address: string | null; name: string; companyName: string }): ArgsOf<'createChannel'> => ({
  ...own,
  channelId: newId(),
  kind: 'email',
  fromName: 'agent-and-company',
  signatureHtml: '',
  logForwardsTo: 'original-sender',
  reopenTicketOnAnswer: false,
});

/** An act of the host itself, which nobody may refuse: a refusal here is a fault of ours. */
export async function asHost<N extends MutationName>(
  tables: StoreTables,
  self: { agentId: Id; workspaceId: Id },
  name: N,
  args: ArgsOf<N>,
  at: number,
): Promise<void> {
  const by = { kind: 'system' as const, workspaceId: self.workspaceId };
  const answer = await actLocally(tables, self, { uuid: newId(), name, args, claimedAt: at, by });
  if (answer) throw new Error(`${name} was refused: ${answer.refused.refused}`);
}
