import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RowReader } from '../../domain/core/tx';
import { undoSendMs } from '../../domain/message/undo-send';
import { DrizzleHubStore } from '../../server/db/drizzle-hub-store';
import { DrizzleOutboundQueue } from '../../server/db/outbound-queue';
import { rowsOf } from '../../server/db/rows-of';
import { applyPush } from '../../server/sync/apply-push';
import { FaultTally } from '../../server/sync/fault-tally';
import type { HubStore, HubTransaction } from '../../server/sync/hub-store';
import { StoreUnavailable } from '../../server/sync/store-unavailable';
import type { SyncHost } from '../../server/sync/sync-host';
import type { PushedMutation, PushResponse } from '../../sync/protocol';
import { agentRow, channelRow, conversationRow, id, memberRow, messageRow, workspaceId, write } from '../support/rows';
import { startTestHub, type TestHub } from './test-hub';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.stop());

let made = 5000;
const fresh = () => id(++made);
const act = (n: number, name: string, args: object, extra: Partial<PushedMutation> = {}): PushedMutation => ({
  id: n,
  uuid: fresh(),
  name,
  args: args as PushedMutation['args'],
  schemaVersion: 1,
  claimedAt: hub.clock.now,
  ...extra,
});
async function push(clientId: string, mutations: PushedMutation[], { agent = 3, host = hub.syncHost, epoch = null as string | null } = {}) {
  const answer = await applyPush(host, id(agent), { clientId, epoch, mutations });
  if (answer === 'signed-out') throw new Error('signed out');
  return answer;
}
const verdicts = (answer: PushResponse) => answer.outcomes.map((outcome) => outcome.refused?.refused ?? 'applied');
async function openConversation() {
  const row = conversationRow(++made, 10);
  await hub.commit([write('conversations', row)]);
  return row.id;
}

it('INB-2 INB-6 an agent is in the spaces of their team’s inboxes from the act on that lets them in, and until the one that ends it', async () => {
  const [client, teamId] = [fresh(), fresh()];
  await hub.commit([write('agents', agentRow(2, { accountAccess: true }), agentRow(2))]);
  const spacesOf4 = async () =>
    ((await (await hub.post(4, '/sync/pull', { clientId: id(9004), epoch: null, cursors: {} })).json()) as { spaces: string[] }).spaces;
  const inbox = `inbox:${id(10)}`;
  const [made, ended] = [
    [
      act(1, 'createTeam', { teamId, workspaceId, name: 'Værksted', agentIds: [id(4)] }),
      act(2, 'addTeam', { inboxId: id(10), teamId, memberIds: [fresh()] }),
    ],
    [act(3, 'setTeamMembers', { teamId, agentIds: [], memberIds: [] })],
  ];
  expect(await spacesOf4()).not.toContain(inbox);
  expect(verdicts(await push(client, made, { agent: 2 }))).toEqual(['applied', 'applied']);
  expect(await spacesOf4()).toContain(inbox);
  expect(verdicts(await push(client, ended, { agent: 2 }))).toEqual(['applied']);
  expect(await spacesOf4()).not.toContain(inbox);
});

describe('an act pushed', () => {
  it('I1 I8 is applied once however often it comes, and answered alike each time', async () => {
    const client = fresh();
    const conversationId = await openConversation();
    const mutations = [act(1, 'closeConversation', { conversationId }), act(2, 'closeConversation', { conversationId })];
    const first = await push(client, mutations);
    expect(verdicts(first)).toEqual(['applied', 'already-closed']);
    const version = await hub.store.snapshot((snapshot) => snapshot.version(`inbox:${id(10)}`));
    expect(await push(client, mutations)).toEqual(first);
    expect(await push(client, mutations.slice(1))).toEqual({ ...first, outcomes: first.outcomes.slice(1) });
    expect(await hub.store.snapshot((snapshot) => snapshot.version(`inbox:${id(10)}`))).toBe(version);
  });

  it('F4 twice at the same moment is applied once', async () => {
    const client = fresh();
    const conversationId = await openConversation();
    const mutations = [act(1, 'closeConversation', { conversationId })];
    const answers = await Promise.all([push(client, mutations), push(client, mutations), push(client, mutations)]);
    expect(answers.map(verdicts)).toEqual([['applied'], ['applied'], ['applied']]);
  });

  it('K11 under a number that stands for another act: the client was copied', async () => {
    const client = fresh();
    const conversationId = await openConversation();
    const mine = act(1, 'closeConversation', { conversationId });
    await push(client, [mine]);
    const other = act(1, 'reopenConversation', { conversationId });
    expect((await push(client, [other])).stopped).toEqual({ why: 'client-forked' });
    // The copy takes a new clientId and numbers anew; what the first had already sent is known by its uuid.
    const again = await push(fresh(), [
      { ...mine, id: 1 },
      { ...other, id: 2 },
    ]);
    expect(verdicts(again)).toEqual(['applied', 'applied']);
    expect((await hub.store.transaction('all', ({ reader }) => reader.find('conversations', conversationId)))?.status).toBe('open');
  });

  it('K16 under the clientId of another agent: the profile was copied', async () => {
    const client = fresh();
    await push(client, [act(1, 'closeConversation', { conversationId: await openConversation() })]);
    const answer = await push(client, [act(2, 'closeConversation', { conversationId: await openConversation() })], { agent: 2 });
    expect(answer.stopped).toEqual({ why: 'client-forked' });
  });

  it('with a gap before it waits', async () => {
    const answer = await push(fresh(), [act(3, 'closeConversation', { conversationId: await openConversation() })]);
    expect(answer).toMatchObject({ stopped: { why: 'gap' }, lastMutationId: 0, outcomes: [] });
  });

  it('K12 of another epoch is not looked at', async () => {
    const answer = await push(fresh(), [act(1, 'closeConversation', { conversationId: await openConversation() })], { epoch: 'epoch-0' });
    expect(answer).toMatchObject({ epoch: 'epoch-1', stopped: { why: 'new-epoch' }, outcomes: [] });
  });

  it('K12 I2 of an epoch before a restore: its mail is held for a person, whatever its clock said; one of this epoch is queued', async () => {
    await hub.commit([write('channels', channelRow(++made, 10, `mail${made}@x.example`))]);
    const channelId = id(made);
    const restored = new DrizzleHubStore(
      hub.database.db,
      () => 'epoch-2',
      () => hub.clock.now,
      () => true,
    );
    const rest = { channelId, to: [], cc: [], bcc: [], subject: '', text: 'Hi', html: '<p>Hi</p>', attachments: [], inReplyTo: null, draftId: null };
    const stateAfter = async (host: SyncHost, said: Pick<PushedMutation, 'epoch'>) => {
      const [conversationId, messageId] = [await openConversation(), fresh()];
      const reply = act(1, 'sendReply', { ...rest, conversationId, messageId }, { ...said, claimedAt: hub.clock.now + 1 });
      expect(verdicts(await push(fresh(), [reply], { host }))).toEqual(['applied']);
      const [row] = await rowsOf<{ state: string }>(hub.database.db, sql`select state from outbound_state where id = ${reply.uuid}`);
      const [message, conversation] = await hub.store.transaction('all', async ({ reader }) => [
        await reader.find('messages', messageId, conversationId),
        await reader.find('conversations', conversationId),
      ]);
      return [row?.state, message?.delivery?.state, conversation?.deliveryProblem?.messageId === messageId];
    };
    const host = { ...hub.syncHost, store: restored };
    for (const said of [{ epoch: 'epoch-1' }, { epoch: null }, {}]) expect(await stateAfter(host, said)).toEqual(['unknown', 'unknown', true]);
    expect(await stateAfter(host, { epoch: 'epoch-2' })).toEqual(['queued', 'queued', false]);
    expect(await stateAfter(hub.syncHost, {})).toEqual(['queued', 'queued', false]);
  });

  it('I14 of a newer client, of no name we know, or of the host alone is refused and does not stop the next', async () => {
    const conversationId = await openConversation();
    const answer = await push(fresh(), [
      act(1, 'closeConversation', { conversationId }, { schemaVersion: 99 }),
      act(2, 'constructor', {}),
      act(3, 'recordDelivery', { messageId: id(1), conversationId, state: 'sent', text: '' }),
      act(4, 'closeConversation', { conversationId: 'no id' }),
      act(5, 'closeConversation', { conversationId }),
    ]);
    expect(verdicts(answer)).toEqual(['newer-client', 'unknown-mutation', 'not-allowed', 'bad-arguments', 'applied']);
  });

  it('K10 in an inbox one is not in is refused as if nothing were there', async () => {
    const hidden = conversationRow(++made, 11);
    await hub.commit([write('conversations', hidden)]);
    const answer = await push(fresh(), [
      act(1, 'closeConversation', { conversationId: hidden.id }),
      act(2, 'closeConversation', { conversationId: fresh() }),
    ]);
    expect(answer.outcomes.map((outcome) => outcome.refused)).toEqual([{ refused: 'not-found' }, { refused: 'not-found' }]);
  });

  it('CHN-4 INB-6 that names as one’s own the address of a team one cannot see is refused as any taken one', async () => {
    await hub.commit([write('channels', channelRow(++made, 11, 'lager@havnegaard.example'))]);
    const claim = (n: number, address: string) => act(n, 'addAlias', { agentId: id(3), address });
    const answer = await push(fresh(), [claim(1, 'Lager@havnegaard.example'), claim(2, 'tre@privat.example')]);
    expect(verdicts(answer)).toEqual(['address-taken', 'applied']);
  });

  it('CHN-4 INB-6 that connects an address another inbox has is refused as any taken one, each time alike', async () => {
    await hub.commit([
      write('agents', agentRow(3, { accountAccess: true }), agentRow(3)),
      write('channels', channelRow(++made, 11, 'theirs@x.example')),
    ]);
    const rest = { fromName: 'company', companyName: '', signatureHtml: '', logForwardsTo: 'original-sender', reopenTicketOnAnswer: false };
    const connect = { channelId: fresh(), inboxId: id(10), kind: 'email', name: 'Ours', address: 'Theirs@x.example', ...rest };
    const client = fresh();
    const mutations = [act(1, 'createChannel', connect), act(2, 'closeConversation', { conversationId: await openConversation() })];
    const answer = await push(client, mutations);
    expect(answer.outcomes.map((outcome) => outcome.refused)).toEqual([{ refused: 'address-taken', detail: { address: 'theirs@x.example' } }, null]);
    expect(await push(client, mutations)).toEqual(answer);
    expect(await hub.store.transaction('all', ({ reader }) => reader.find('channels', connect.channelId))).toBeUndefined();
    await hub.commit([write('agents', agentRow(3), agentRow(3, { accountAccess: true }))]);
  });

  it('K9 is stamped with the hub’s clock, and claims no more than the hub allows', async () => {
    const conversationId = await openConversation();
    const messageId = fresh();
    const comment = { messageId, conversationId, text: 'x', html: '<p>x</p>', mentions: [], attachments: [], draftId: null };
    const answer = await push(fresh(), [act(1, 'addComment', comment, { claimedAt: hub.clock.now + 3_600_000 })]);
    expect(verdicts(answer)).toEqual(['applied']);
    const message = await hub.store.transaction('all', ({ reader }) => reader.find('messages', messageId, conversationId));
    expect([message?.receivedAt, message?.claimedAt]).toEqual([hub.clock.now, hub.clock.now]);
  });

  it('of an agent who is no longer active is not taken', async () => {
    await hub.commit([write('agents', agentRow(7, { active: false }))]);
    const request = { clientId: fresh(), epoch: null, mutations: [act(1, 'closeConversation', { conversationId: id(1) })] };
    expect(await applyPush(hub.syncHost, id(7), request)).toBe('signed-out');
    expect(await applyPush(hub.syncHost, fresh(), request)).toBe('signed-out');
  });
});

it('S7 VIEW-1 INB-6 whom one deactivates is out of every inbox, also of those one does not see, and all their sign-ins are over in the same commit', async () => {
  await hub.commit([
    write('agents', agentRow(40, { superAdmin: true })),
    write('agents', agentRow(41)),
    write('members', memberRow(141, 10, 41)),
    write('conversations', conversationRow(4100, 10, { ownerId: id(41) })),
  ]);
  const db = hub.database.db;
  await db.execute(sql`insert into auth_user (id, name, email, email_verified, created_at, updated_at)
    select u, u, u || '@example.com', false, now(), now() from unnest(array['u40', 'u41']) as u`);
  await db.execute(
    sql`insert into auth_agent (user_id, agent_id, workspace_id) values ('u40', ${id(40)}, ${workspaceId}), ('u41', ${id(41)}, ${workspaceId})`,
  );
  await db.execute(sql`insert into auth_session (id, expires_at, token, created_at, updated_at, user_id)
    select u, now(), u, now(), now(), u from unnest(array['u40', 'u41']) as u`);
  await db.execute(sql`insert into oauth_client (id, client_id, redirect_uris) values ('c', 'c', '{}') on conflict do nothing`);
  await db.execute(sql`insert into oauth_refresh_token (id, token, client_id, user_id, expires_at, created_at, scopes, rotation_replay_expires_at)
    select u, u, 'c', u, now(), now(), '{}', now() from unnest(array['u40', 'u41']) as u`);
  await db.execute(sql`insert into oauth_access_token (id, token, client_id, user_id, expires_at, created_at, scopes)
    select u, u, 'c', u, now(), now(), '{}' from unnest(array['u40', 'u41']) as u`);
  const usersOf = async (table: string, and = sql`true`) =>
    (
      await rowsOf<{ user_id: string }>(db, sql`select user_id from ${sql.identifier(table)} where user_id in ('u40', 'u41') and ${and} order by 1`)
    ).map((row) => row.user_id);

  const client = fresh();
  const deactivate = act(1, 'setAgentActive', { agentId: id(41), active: false });
  expect(verdicts(await push(fresh(), [act(1, 'setAgentActive', { agentId: id(3), active: false })], { agent: 4 }))).toEqual(['not-allowed']);
  expect(verdicts(await push(client, [deactivate], { agent: 40 }))).toEqual(['applied']);
  const found = await hub.store.transaction('all', async ({ reader }) => [
    await reader.find('conversations', id(4100)),
    await reader.find('members', id(141)),
  ]);
  expect(found).toMatchObject([{ ownerId: null, previousOwnerId: id(41) }, { inactive: true }]);
  expect([await usersOf('auth_session'), await usersOf('oauth_access_token')]).toEqual([['u40'], ['u40']]);
  expect(await usersOf('oauth_refresh_token', sql`revoked is not null and rotation_replay_expires_at is null`)).toEqual(['u41']);
  expect(await applyPush(hub.syncHost, id(41), { clientId: fresh(), epoch: null, mutations: [] })).toBe('signed-out');
  expect(verdicts(await push(client, [act(2, 'setAgentActive', { agentId: id(41), active: true })], { agent: 40 }))).toEqual(['applied']);
  expect(await usersOf('oauth_refresh_token', sql`revoked is not null`)).toEqual(['u41']);
});

describe('X11 a reply and its undo', () => {
  let queue: DrizzleOutboundQueue;
  let channelId: string;
  beforeAll(async () => {
    queue = new DrizzleOutboundQueue(hub.store, () => hub.clock.now);
    // What other tests queued is not this one's to hand out.
    await hub.database.db.execute(sql`delete from outbound_state`);
    await hub.commit([write('channels', channelRow(++made, 10, `undo${made}@x.example`))]);
    channelId = id(made);
  });
  const words = { mode: 'reply', to: [], cc: [], bcc: [], html: '<p>Hi</p>', attachments: [] };
  const rest = { to: [], cc: [], bcc: [], subject: '', text: 'Hi', html: '<p>Hi</p>', attachments: [], inReplyTo: null, draftId: null };
  async function sent() {
    const [conversationId, messageId, client] = [await openConversation(), fresh(), fresh()];
    const reply = act(1, 'sendReply', { ...rest, channelId, conversationId, messageId });
    const cancel = act(2, 'cancelSend', { actId: reply.uuid, conversationId, draft: { id: fresh(), content: words } });
    const state = async () =>
      (await rowsOf<{ state: string }>(hub.database.db, sql`select state from outbound_state where id = ${reply.uuid}`))[0]?.state;
    const message = () => hub.store.transaction('all', ({ reader }) => reader.find('messages', messageId, conversationId));
    return { client, reply, cancel, state, message, conversationId };
  }

  it('in one push: nothing is left to send, and the words are a draft', async () => {
    const { client, reply, cancel, state, message, conversationId } = await sent();
    expect(verdicts(await push(client, [reply, cancel]))).toEqual(['applied', 'applied']);
    expect([await state(), await message()]).toEqual(['cancelled', undefined]);
    const drafts = await hub.store.transaction('all', ({ reader }) =>
      reader.query('draftsOfConversation', { space: `agent:${id(3)}`, conversationId }),
    );
    expect(drafts.map(({ content }) => content)).toEqual([words]);
    // A proxy that delivers the push again changes nothing.
    expect(verdicts(await push(client, [reply, cancel]))).toEqual(['applied', 'applied']);
    expect(await state()).toBe('cancelled');
  });

  it('handed over in between: refused in its own words, and the mail stands', async () => {
    const { client, reply, cancel, state, message } = await sent();
    await push(client, [reply]);
    hub.clock.now += undoSendMs;
    expect((await queue.claim(hub.clock.now))?.mail.id).toBe(reply.uuid);
    expect(verdicts(await push(client, [cancel]))).toEqual(['already-left']);
    expect([await state(), (await message())?.delivery?.state]).toEqual(['sending', 'sending']);
  });

  it('at the very moment of the hand-over: exactly one of the two', async () => {
    for (let n = 0; n < 6; n++) {
      const { client, reply, cancel, state, message } = await sent();
      await push(client, [reply]);
      hub.clock.now += undoSendMs;
      const [claimed, answer] = await Promise.all([queue.claim(hub.clock.now), push(client, [cancel])]);
      const outcome = [claimed?.mail.id === reply.uuid, verdicts(answer)[0], await state(), (await message())?.delivery?.state];
      expect([
        [true, 'already-left', 'sending', 'sending'],
        [false, 'applied', 'cancelled', undefined],
      ]).toContainEqual(outcome);
    }
  });

  it('S22 a hostile client’s HTML: what leaves is only what our composer writes', async () => {
    const [conversationId, messageId] = [await openConversation(), fresh()];
    const html = '<p onmouseover="x()">Hi</p><script>steal()</script><img src="https://evil.example/t.gif"><a href="javascript:x()">y</a>';
    expect(verdicts(await push(fresh(), [act(1, 'sendReply', { ...rest, channelId, conversationId, messageId, html })]))).toEqual(['applied']);
    const body = await hub.store.transaction('all', ({ reader }) => reader.find('bodies', messageId));
    expect(body?.html).toBe('<p>Hi</p><img><a>y</a>');
  });

  it('K10 by somebody else is refused', async () => {
    const { client, reply, cancel, state } = await sent();
    await push(client, [reply]);
    expect(verdicts(await push(fresh(), [{ ...cancel, id: 1 }], { agent: 2 }))).toEqual(['nothing-to-undo']);
    expect(await state()).toBe('queued');
  });
});

describe('K18 an act that names a file', () => {
  const attachment = (hash: string) => ({
    id: id(1),
    name: 'a.txt',
    type: 'text/plain',
    size: 5,
    hash,
    contentId: null,
    inline: false,
    notStored: null,
  });
  const comment = (conversationId: string, hash: string) => ({
    messageId: fresh(),
    conversationId,
    text: 'x',
    html: '<p>x</p>',
    mentions: [],
    attachments: [attachment(hash)],
    draftId: null,
  });
  const hello = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';

  it('waits until its bytes are here', async () => {
    const client = fresh();
    const mutation = act(1, 'addComment', comment(await openConversation(), hello));
    expect(await push(client, [mutation])).toMatchObject({ stopped: { why: 'attachment-missing', hash: hello }, outcomes: [] });
    expect((await hub.request(3, `/files/${hello}`, { method: 'PUT', body: 'hello' })).status).toBe(201);
    expect(verdicts(await push(client, [mutation]))).toEqual(['applied']);
  });

  it('S2 knowing the hash of somebody else’s file is not enough', async () => {
    const row = conversationRow(++made, 11);
    await hub.commit([write('conversations', row)]);
    const answer = await push(fresh(), [act(1, 'addComment', comment(row.id, hello))], { agent: 4 });
    expect(answer.stopped).toEqual({ why: 'attachment-missing', hash: hello });
  });
});

describe('F22 a fault', () => {
  /** The hub's store, where reading one conversation breaks the rule that asks. */
  const breaking = (poison: string, fault: () => Error): HubStore => ({
    epoch: () => hub.store.epoch(),
    isRestored: () => hub.store.isRestored(),
    snapshot: (run) => hub.store.snapshot(run),
    transaction: (scope, run) =>
      hub.store.transaction(scope, (transaction) => {
        const reader: RowReader = {
          find: (table, rowId, within) => {
            if (rowId === poison) throw fault();
            return transaction.reader.find(table, rowId, within);
          },
          query: (name, args) => transaction.reader.query(name, args),
        };
        const wrapped: HubTransaction = {
          reader,
          commit: transaction.commit,
          client: (...args) => transaction.client(...args),
          applied: (...args) => transaction.applied(...args),
          appliedByUuid: (...args) => transaction.appliedByUuid(...args),
          recordApplied: (...args) => transaction.recordApplied(...args),
          hasFile: (...args) => transaction.hasFile(...args),
        };
        return run(wrapped);
      }),
  });
  const hostOver = (store: HubStore): SyncHost => ({ ...hub.syncHost, store, faults: new FaultTally(), report: () => undefined });

  it('of a rule is tried three times, then the act is parked as refused and the next goes on', async () => {
    const client = fresh();
    const poison = await openConversation();
    const host = hostOver(breaking(poison, () => new Error('the rule broke')));
    const mutations = [
      act(1, 'closeConversation', { conversationId: await openConversation() }),
      act(2, 'closeConversation', { conversationId: poison }),
      act(3, 'closeConversation', { conversationId: await openConversation() }),
    ];
    expect(verdicts(await push(client, mutations, { host }))).toEqual(['applied']);
    await expect(push(client, mutations.slice(1), { host })).rejects.toThrow('the rule broke');
    const third = await push(client, mutations.slice(1), { host });
    expect(verdicts(third)).toEqual(['bad-arguments', 'applied']);
    expect(await push(client, mutations.slice(1), { host })).toEqual(third);
  });

  it('of the database counts against no act', async () => {
    const client = fresh();
    const conversationId = await openConversation();
    let away = true;
    const host = hostOver({
      ...breaking('', () => new Error()),
      transaction: (scope, run) => {
        if (away) throw new StoreUnavailable('away');
        return hub.store.transaction(scope, run);
      },
    });
    const mutations = [act(1, 'closeConversation', { conversationId })];
    for (let n = 0; n < 5; n++) await expect(push(client, mutations, { host })).rejects.toThrow('away');
    away = false;
    expect(verdicts(await push(client, mutations, { host }))).toEqual(['applied']);
  });

  it('a text jsonb would refuse is no fault', async () => {
    const conversationId = await openConversation();
    const messageId = fresh();
    const args = { messageId, conversationId, text: 'a\u0000b\ud800', html: '', mentions: [], attachments: [], draftId: null };
    expect(verdicts(await push(fresh(), [act(1, 'addComment', args)]))).toEqual(['applied']);
    await hub.commit([write('messages', messageRow(++made, 10, 100))]);
  });
});

it('records of acts have no row that another could stand behind', async () => {
  const twice = await rowsOf(hub.database.db, sql`select client_id, mutation_id from applied group by 1, 2 having count(*) > 1`);
  expect(twice).toEqual([]);
});
