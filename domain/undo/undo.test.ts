import fc from 'fast-check';
import { expect, it } from 'vitest';
import { minute, World } from '../../tests/support/world';
import { type Id, inboxSpace, workspaceSpace } from '../model/ids';
import { type ArgsOf, type MutationName, mutations } from '../mutations';

const kept = (world: World) => ({
  conversations: world.rows.all('conversations'),
  tickets: world.rows.all('tickets'),
  senderRules: world.rows.all('senderRules'),
});
const sent = (world: World) => ({
  messages: world.rows.all('messages'),
  bodies: world.rows.all('bodies'),
  outboundMails: world.rows.all('outboundMails'),
  mailIds: world.rows.all('mailIds'),
});

/** But for where messages have lain, and the sign a split leaves that was undone: whoever still means it is led to the first (THR-17). */
const comparable = (world: World, before: ReadonlySet<Id>) => ({
  ...kept(world),
  ...sent(world),
  conversations: world.rows.all('conversations').filter(({ id, mergedInto }) => !mergedInto || before.has(id)),
  messages: world.rows.all('messages').map(({ movedFrom: _, ...message }) => message),
});

const undoable = (Object.keys(mutations) as MutationName[]).filter((name) => mutations[name].undoable);
/** Arguments for every mutation that can be undone: a new one must be added here. */
const argsFor: Partial<{ [N in MutationName]: (world: World, conversationId: Id, coin: boolean) => ArgsOf<N> | undefined }> = {
  assignConversation: (world, conversationId, coin) => ({ conversationId, ownerId: coin ? world.bo : null }),
  closeConversation: (_world, conversationId) => ({ conversationId }),
  reopenConversation: (_world, conversationId) => ({ conversationId }),
  trashConversation: (_world, conversationId) => ({ conversationId }),
  restoreConversation: (_world, conversationId) => ({ conversationId }),
  markSpam: (_world, conversationId) => ({ conversationId }),
  markNotSpam: (world, conversationId, alwaysAllow) => ({ conversationId, alwaysAllow, ruleId: world.id() }),
  blockSender: (world, conversationId) => ({ conversationId, ruleId: world.id() }),
  unblockSender: (world, conversationId) => {
    const { contactAddress, trashed } = world.get('conversations', conversationId);
    // Blocked beforehand: hardly any history comes to it.
    if (contactAddress && !trashed && !world.rows.all('senderRules').some(({ pattern }) => pattern === contactAddress)) {
      const space = workspaceSpace(world.workspaceId);
      world.rows.put('senderRules', { id: world.id(), space, kind: 'block', pattern: contactAddress, at: world.at });
      world.set('conversations', conversationId, { spam: { reason: 'blocked-sender', rule: contactAddress, at: world.at } });
    }
    return { conversationId };
  },
  snoozeConversation: (world, conversationId, coin) => ({ conversationId, until: coin ? world.at + 3_600_000 : null }),
  endSnooze: (_world, conversationId) => ({ conversationId }),
  followConversation: (_world, conversationId) => ({ conversationId }),
  unfollowConversation: (_world, conversationId) => ({ conversationId }),
  tagConversation: (world, conversationId, coin) => ({ conversationId, tagId: coin ? world.ann : world.bo, name: coin ? 'VIP' : 'Urgent' }),
  untagConversation: (world, conversationId, coin) => ({ conversationId, tagId: coin ? world.ann : world.bo }),
  moveConversation: (world, conversationId) => {
    const space = inboxSpace(world.sales);
    for (const agentId of [world.ann, world.bo])
      if (!world.rows.all('members').some((row) => row.space === space && row.agentId === agentId))
        world.rows.put('members', { id: world.id(), space, inboxId: world.sales, agentId });
    const { ticketId, inboxId } = world.get('conversations', conversationId);
    const users = world.rows.all('conversations').filter((row) => ticketId !== null && row.ticketId === ticketId && row.id !== conversationId);
    return { conversationId, inboxId: inboxId === world.sales ? world.support : world.sales, alongside: users.map(({ id }) => id) };
  },
  mergeConversations: (world, conversationId, coin) => {
    const others = world.rows.all('conversations').filter(({ id, mergedInto }) => id !== conversationId && !mergedInto);
    const source = coin ? others[0] : others.at(-1);
    return source && { conversationId, sourceId: source.id, keepTicketId: (coin ? source : world.get('conversations', conversationId)).ticketId };
  },
  splitConversation: (world, conversationId) => ({
    conversationId,
    messageId: world.thread(conversationId).at(-1)?.id ?? '',
    newConversationId: world.id(),
  }),
  setSenderRule: (world, _conversationId, coin) => ({
    ruleId: world.id(),
    workspaceId: world.workspaceId,
    kind: coin ? 'allow' : 'block',
    pattern: 'per@kunde.example',
  }),
  removeSenderRule: (world) => {
    const [rule] = world.rows.all('senderRules');
    return rule && { ruleId: rule.id };
  },
  createTicket: (world, conversationId) => ({ ticketId: world.id(), conversationId, name: 'A ticket' }),
  closeTicket: (world, conversationId) => withTicket(world, conversationId),
  reopenTicket: (world, conversationId) => withTicket(world, conversationId),
  deleteTicket: (world, conversationId) => withTicket(world, conversationId),
  detachContact: (_world, conversationId) => ({ conversationId }),
  createContact: (world, conversationId) => ({ contactId: world.id(), conversationId, name: 'Ida', email: null, phone: null }),
  attachContact: (world, conversationId) => {
    const [contact] = world.rows.all('contacts');
    return contact && { conversationId, contactId: contact.id };
  },
  updateTicket: (world, conversationId, coin) => {
    const ticket = withTicket(world, conversationId);
    return ticket && { ...ticket, name: coin ? 'Renamed' : 'A ticket', priority: coin ? 'high' : null, ownerId: coin ? world.bo : null };
  },
  setTicketStage: (world, conversationId, coin) => {
    const ticket = withTicket(world, conversationId);
    return ticket && { ...ticket, stage: coin ? 'waiting-on-us' : 'closed' };
  },
  linkTicket: (world, conversationId) => {
    const [ticket] = world.rows.all('tickets');
    return ticket && { conversationId, ticketId: ticket.id };
  },
  sendReply: (world, conversationId, coin) => ({
    messageId: world.id(),
    conversationId,
    channelId: world.mail,
    to: [{ name: 'Per', address: 'per@kunde.example' }],
    cc: [],
    bcc: [],
    subject: '',
    text: coin ? 'Yes' : 'No',
    html: '',
    attachments: [],
    inReplyTo: null,
    draftId: null,
  }),
  retrySend: (world, conversationId) => {
    const lost = world.thread(conversationId).find(({ delivery }) => delivery !== null);
    if (!lost) return undefined;
    world.set('messages', lost.id, { delivery: { state: 'failed', at: world.at, text: '' } });
    return { messageId: lost.id, conversationId, newMessageId: world.id() };
  },
  addComment: (world, conversationId, coin) => ({
    messageId: world.id(),
    conversationId,
    text: coin ? 'Yes' : 'No',
    html: '',
    mentions: [],
    attachments: [],
    draftId: null,
  }),
};
/** Takes an act back by the mutation that does. */
const takeBack = (world: World, { name, by }: AnAct, actId: Id, conversationId: Id) => {
  const agent = by === 'ann' ? world.ann : world.bo;
  const how = mutations[name].undoable;
  return how === 'cancelSend' || how === 'takeBackComment'
    ? world.try(agent, how, { actId, conversationId, draft: null })
    : world.try(agent, 'undo', { actId });
};
const withTicket = (world: World, conversationId: Id) => {
  const { ticketId } = world.get('conversations', conversationId);
  return ticketId === null ? undefined : { ticketId };
};

const anAct = fc.record({ name: fc.constantFrom(...undoable), on: fc.nat(3), coin: fc.boolean(), by: fc.constantFrom('ann', 'bo') });
type AnAct = typeof anAct extends fc.Arbitrary<infer A> ? A : never;

const one = (name: AnAct['name']): AnAct => ({ name, on: 0, coin: true, by: 'ann' });
/** What only another act makes possible, which by chance alone may not come before it. */
const seldom: [AnAct[], AnAct][] = [
  [[one('snoozeConversation')], one('endSnooze')],
  [[one('tagConversation')], one('untagConversation')],
  [[one('trashConversation')], one('restoreConversation')],
  [[one('closeTicket')], one('reopenTicket')],
  [[one('sendReply')], one('retrySend')],
  [[one('sendReply')], one('splitConversation')],
];

/** Three mails, one of them Spam, and a chat led by a bot; two of them share a ticket, one of those is followed. */
async function someWorld() {
  const world = new World();
  const ids = [];
  for (const from of ['ida@kunde.example', 'per@kunde.example', 'salg@firma.example']) ids.push((await world.mailFrom(from)).conversationId);
  ids.push(await world.chatLine({ bot: { name: 'Hjælper' } }));
  const [a = '', b = ''] = ids;
  const ticketId = await world.ticketFor(a);
  world.set('conversations', b, { ticketId, followers: [world.bo, world.ann] });
  return { world, ids };
}

async function perform(world: World, ids: Id[], { name, on, coin, by }: AnAct) {
  const make = argsFor[name];
  if (!make) throw new Error(`${name} can be undone: give it arguments here`);
  const args = make(world, ids[on] ?? '', coin);
  world.at += minute;
  return args && world.try(by === 'ann' ? world.ann : world.bo, name, args);
}

it('X26 any act in any state, undone, leaves everything exactly as it was', { timeout: 120_000 }, async () => {
  const tried = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(anAct, { maxLength: 12 }), anAct, async (history, act) => {
      const { world, ids } = await someWorld();
      for (const each of history) await perform(world, ids, each);
      const conversationId = ids[act.on] ?? '';
      // Making a mail fail, so that it can be sent again, is part of what was before.
      argsFor[act.name]?.(world, conversationId, act.coin);
      const there = new Set(world.rows.all('conversations').map(({ id }) => id));
      const before = comparable(world, there);
      const outcome = await perform(world, ids, act);
      if (!outcome || outcome.refused) return;
      // What deletes a ticket for good says so first, and is not taken back (D6).
      if (!world.rows.row('undoEntries', outcome.uuid)) return;
      const undone = await takeBack(world, act, outcome.uuid, conversationId);
      expect(undone.refused).toBeUndefined();
      expect(comparable(world, there)).toEqual(before);
      tried.add(act.name);
    }),
    { numRuns: 45 * undoable.length, seed: 28, examples: seldom },
  );
  expect([...tried].sort()).toEqual([...undoable].sort());
});

it('X26 where another act touched the same fields nothing is undone; where it did not, its own change stays', async () => {
  let [refused, applied] = [0, 0];
  await fc.assert(
    fc.asyncProperty(anAct, anAct, async (act, later) => {
      // What wrote a message is taken back whatever came meanwhile (cancel-send.test.ts).
      fc.pre(mutations[act.name].undoable === true);
      // Nor does what came hold what moved messages (docs/rules/merge.md).
      fc.pre(act.name !== 'mergeConversations' && act.name !== 'splitConversation');
      const { world, ids } = await someWorld();
      const first = await perform(world, ids, { ...act, by: 'ann' });
      if (!first || first.refused || !world.rows.row('undoEntries', first.uuid)) return;
      const second = await perform(world, ids, { ...later, by: 'bo' });
      const between = kept(world);
      const outcome = await world.try(world.ann, 'undo', { actId: first.uuid });
      const theirs = touched(second?.writes);
      if (outcome.refused) {
        refused += 1;
        expect(outcome.refused.refused).toBe('changed-since');
        expect(kept(world)).toEqual(between);
        expect([...touched(first.writes)].some((field) => theirs.has(field))).toBe(true);
      } else {
        applied += 1;
        // Where a ticket is follows from where its conversations are now (follow-trash.test.ts).
        for (const field of theirs) {
          if (field.endsWith('/trashedAt')) continue;
          const was = valueAt(between, field);
          // The line the act left goes with it (THR-20).
          expect(valueAt(kept(world), field), field).toEqual(field.endsWith('/messageCount') ? Number(was) - linesIn(first.writes, field) : was);
        }
      }
    }),
    { numRuns: 300, seed: 27, examples: [[one('closeConversation'), one('reopenConversation')]] },
  );
  expect(Math.min(refused, applied)).toBeGreaterThan(0);
});

it('THR-18 X26 whoever follows or stops meanwhile, an undone follow, merge or split leaves to each what is theirs', async () => {
  const tried = { follow: 0, merge: 0, split: 0 };
  const steps = fc.array(fc.record({ who: fc.nat(2), stops: fc.boolean(), on: fc.constantFrom('a', 'b') }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('follow', 'merge', 'split'), steps, steps, fc.boolean(), async (what, first, then, stops) => {
      const world = new World();
      world.rows.put('members', { id: world.id(), space: inboxSpace(world.support), inboxId: world.support, agentId: world.carl });
      const mail = await world.mailFrom('ida@kunde.example');
      await world.mailFrom('ida@kunde.example', { references: [mail.rfcMessageId ?? ''] });
      const a = mail.conversationId;
      const b = what === 'split' ? world.id() : (await world.mailFrom('per@kunde.example')).conversationId;
      const play = async (agentId: Id, stop: boolean, conversationId: Id) => {
        const { uuid, refused } = await world.try(agentId, stop ? 'unfollowConversation' : 'followConversation', { conversationId });
        expect(refused).toBeUndefined();
        return uuid;
      };
      const follow = async (list: typeof first) => {
        for (const { who, stops: stop, on } of list)
          if (on === 'a' || world.rows.row('conversations', b)) await play([world.bo, world.carl, world.ann][who] ?? '', stop, on === 'a' ? a : b);
      };
      const of = (id: Id) => new Set(world.rows.row('conversations', id)?.followers ?? []);
      await follow(first);
      const [beforeA, beforeB] = [of(a), of(b)];
      const actId = await {
        follow: () => play(world.ann, stops, a),
        merge: async () => (await world.try(world.ann, 'mergeConversations', { conversationId: a, sourceId: b, keepTicketId: null })).uuid,
        split: async () => {
          const messageId = world.thread(a).at(-1)?.id ?? '';
          return (await world.try(world.ann, 'splitConversation', { conversationId: a, messageId, newConversationId: b })).uuid;
        },
      }[what]();
      if (!world.rows.row('undoEntries', actId)) return;
      // What she undoes of following she has not done again herself since.
      await follow(then.filter(({ who }) => what !== 'follow' || who !== 2));
      const [nowA, nowB] = [of(a), of(b)];
      expect(await world.act(world.ann, 'undo', { actId })).toBeUndefined();
      const expected = {
        follow: () => [beforeA.has(world.ann) ? nowA.add(world.ann) : new Set([...nowA].filter((id) => id !== world.ann)), nowB],
        merge: () => [new Set([...nowA].filter((id) => beforeA.has(id) || !beforeB.has(id))), new Set([...beforeB].filter((id) => nowA.has(id)))],
        split: () => [new Set([...nowA, ...[...nowB].filter((id) => !beforeA.has(id))]), new Set()],
      }[what]();
      expect([of(a), of(b)]).toEqual(expected);
      tried[what] += 1;
    }),
    { numRuns: 200, seed: 18 },
  );
  expect(Math.min(...Object.values(tried))).toBeGreaterThan(20);
});

it('THR-18 X26 whoever stopped following since has nothing left to undo of having followed', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const { uuid } = await world.try(world.ann, 'followConversation', { conversationId });
  await world.act(world.bo, 'followConversation', { conversationId });
  await world.act(world.ann, 'unfollowConversation', { conversationId });
  expect(await world.act(world.ann, 'undo', { actId: uuid })).toBe('changed-since');
  expect(world.get('conversations', conversationId).followers).toEqual([world.bo]);
});

it('D1 a mail that reopened it meanwhile is not closed again by undoing the reopening', async () => {
  const world = new World();
  const first = await world.mailFrom('ida@kunde.example');
  const { conversationId } = first;
  const { uuid } = await world.try(world.ann, 'closeConversation', { conversationId });
  await world.mailFrom('ida@kunde.example', { references: [first.rfcMessageId ?? ''] });
  expect(await world.act(world.ann, 'undo', { actId: uuid })).toBe('changed-since');
  expect(world.get('conversations', conversationId).status).toBe('open');
});

it('X26 a comment that came meanwhile stays', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const { uuid } = await world.try(world.ann, 'closeConversation', { conversationId });
  const comment = { messageId: world.id(), conversationId, text: 'Wait', html: '', mentions: [], attachments: [], draftId: null };
  await world.act(world.bo, 'addComment', comment);
  expect(await world.act(world.ann, 'undo', { actId: uuid })).toBeUndefined();
  expect(world.get('conversations', conversationId)).toMatchObject({ status: 'open', messageCount: 2, commentPreview: { text: 'Wait' } });
});

it('LIST-2 what was answered meanwhile is not owed again', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  world.at += minute;
  const { uuid } = await world.try(world.ann, 'closeConversation', { conversationId });
  await world.reply(world.bo, conversationId);
  expect(await world.act(world.ann, 'undo', { actId: uuid })).toBeUndefined();
  expect(world.get('conversations', conversationId)).toMatchObject({ status: 'open', dueAt: null });
});

it('X26 what the act made and somebody changed since stays; what it removed and is there again is not doubled', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const ticketId = world.id();
  const made = await world.try(world.ann, 'createTicket', { ticketId, conversationId, name: 'A ticket' });
  await world.act(world.bo, 'closeTicket', { ticketId });
  expect(await world.act(world.ann, 'undo', { actId: made.uuid })).toBe('changed-since');
  expect(world.get('tickets', ticketId).status).toBe('closed');

  const rule = { id: world.id(), space: `workspace:${world.workspaceId}`, kind: 'block' as const, pattern: 'eve@evil.example', at: world.at };
  await world.act('host', 'putRecord', { table: 'senderRules', row: rule });
  const spam = await world.mailFrom('eve@evil.example');
  const args = { conversationId: spam.conversationId, alwaysAllow: true, ruleId: world.id() };
  const allowed = await world.try(world.ann, 'markNotSpam', args);
  await world.act('host', 'putRecord', { table: 'senderRules', row: { ...rule, kind: 'deny' } });
  expect(await world.act(world.ann, 'undo', { actId: allowed.uuid })).toBe('changed-since');
  expect(world.get('senderRules', rule.id).kind).toBe('deny');
});

it('TKT-1 a ticket that another conversation has found since is not unmade', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const other = await world.mailFrom('ida@kunde.example');
  const ticketId = world.id();
  const { uuid } = await world.try(world.ann, 'createTicket', { ticketId, conversationId, name: 'A ticket' });
  world.set('conversations', other.conversationId, { ticketId });
  expect(await world.act(world.ann, 'undo', { actId: uuid })).toBe('changed-since');
});

it('X26 once, and only one’s own', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const { uuid } = await world.try(world.ann, 'closeConversation', { conversationId });
  expect(await world.act(world.bo, 'undo', { actId: uuid })).toBe('nothing-to-undo');
  expect(await world.act(world.ann, 'undo', { actId: uuid })).toBeUndefined();
  expect(await world.act(world.ann, 'undo', { actId: uuid })).toBe('nothing-to-undo');
});

it('INB-6 K10 who has left the inbox may not', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const { uuid } = await world.try(world.bo, 'closeConversation', { conversationId });
  await world.act(world.ann, 'removeMember', { inboxId: world.support, agentId: world.bo });
  expect(await world.act(world.bo, 'undo', { actId: uuid })).toBe('not-found');
  expect(world.get('conversations', conversationId).status).toBe('closed');
});

it('D5 undoing is gone with the row it would change', async () => {
  const world = new World();
  const { conversationId } = await world.mailFrom('ida@kunde.example');
  const { uuid } = await world.try(world.ann, 'closeConversation', { conversationId });
  world.rows.commit([{ table: 'conversations', id: conversationId, within: undefined, before: undefined, after: null }]);
  expect(await world.act(world.ann, 'undo', { actId: uuid })).toBe('gone');
});

const undoTables = new Set<string>(['conversations', 'tickets', 'senderRules']);

/** `table/id/field` of everything these writes changed. */
/** Of the thread whose length `field` is. */
const linesIn = (writes: Awaited<ReturnType<World['try']>>['writes'] = [], field: string) =>
  writes.filter(
    ({ table, before, after }) =>
      table === 'messages' && !before && after?.author.kind === 'agent' && after.kind === 'event' && field.includes(after.conversationId),
  ).length;

function touched(writes: Awaited<ReturnType<World['try']>>['writes'] = []): Set<string> {
  const fields = writes.flatMap(({ table, id, before, after }) => {
    if (!undoTables.has(table)) return [];
    const [was, is] = [(before ?? {}) as Record<string, unknown>, (after ?? {}) as Record<string, unknown>];
    const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
      (field) => JSON.stringify(was[field]) !== JSON.stringify(is[field]),
    );
    // Who follows, and each tag, for itself (THR-16, THR-18).
    return changed.flatMap((field) =>
      field === 'followers' || field === 'tags'
        ? differing(was[field], is[field]).map((agentId) => `${table}/${id}/${field}/${agentId}`)
        : [`${table}/${id}/${field}`],
    );
  });
  return new Set(fields);
}

function valueAt(rows: ReturnType<typeof kept>, path: string): unknown {
  const [table = '', id, field = '', agentId] = path.split('/');
  const [, found = []] = Object.entries(rows).find(([name]) => name === table) ?? [];
  const row = (found as Record<string, unknown>[]).find((each) => each.id === id);
  return agentId === undefined ? row?.[field] : ((row?.[field] ?? []) as Id[]).includes(agentId);
}

/** Who is in one of the two alone. */
function differing(was: unknown, is: unknown): Id[] {
  const [before, after] = [(was ?? []) as Id[], (is ?? []) as Id[]];
  return [...before.filter((id) => !after.includes(id)), ...after.filter((id) => !before.includes(id))];
}
