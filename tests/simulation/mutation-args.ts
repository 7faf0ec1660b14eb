import type { RowOf, SyncedTable } from '../../domain/core/tables';
import { type Id, inboxSpace, workspaceSpace } from '../../domain/model/ids';
import type { Attachment } from '../../domain/model/message';
import type { ArgsOf, MutationName } from '../../domain/mutations';
import { stagesOf } from '../../domain/ticket/stages';
import { bulkArgs } from './bulk-args';
import { hiddenArgs } from './hidden-args';
import { logArgs } from './log-args';
import { mergeArgs } from './merge-args';
import { moveArgs } from './move-args';
import { peopleArgs } from './people-args';
import type { SeededRandom } from './seeded-random';
import { threadArgs } from './thread-args';
import { viewArgs } from './view-args';

/** What somebody sees when they decide what to do: a client its own rows, the host all of them. */
export interface Sight {
  random: SeededRandom;
  newId(): Id;
  workspaceId: Id;
  /** Who acts; for the host any agent. */
  agentId: Id;
  now: number;
  rows<T extends SyncedTable>(table: T): Promise<RowOf<T>[]>;
  invitations: { id: Id; tokenHash: string; usedAt: number | null }[];
  /** A file that was attached on this device just now, or none. */
  attach(): Promise<Attachment | undefined>;
}

type Generators = { [N in MutationName]: (sight: Sight) => Promise<ArgsOf<N> | undefined> };

const stages = ['new', 'waiting-on-contact', 'waiting-on-us', 'closed', 'gone'];
const priority = ({ random }: Sight) => random.pick(['low', 'high', null] as const);
const people = ['kari@kunde.example', 'ole@kunde.example', 'info@firma.example', 'per@andre.example'];

/** Mostly a row one sees; now and then an id that is nowhere, as after a deletion elsewhere. */
const idOf = async ({ random, newId, rows }: Sight, table: SyncedTable): Promise<Id> =>
  random.chance(0.04) ? newId() : (random.find<{ id: Id }>(await rows(table))?.id ?? newId());
const alias = ({ random }: Sight) => random.pick(['ann@privat.example', 'bo@privat.example', 'hello@havnegaard.example']);
const someAgents = async ({ random, rows }: Sight): Promise<Id[]> => (await rows('agents')).filter(() => random.chance(0.5)).map(({ id }) => id);
/** Mostly more than can be needed; now and then fewer, as from a device that does not know everything yet. */
const membershipIds = ({ random, newId }: Sight): Id[] => Array.from({ length: random.chance(0.9) ? 30 : 1 }, newId);
const conversationId = (sight: Sight) => idOf(sight, 'conversations');

/** Mostly one the act is meant for, where there is one; now and then any. */
async function conversationWhere(sight: Sight, meant: (row: RowOf<'conversations'>) => boolean): Promise<Id> {
  const row = sight.random.chance(0.8) ? sight.random.find((await sight.rows('conversations')).filter(meant)) : undefined;
  return row?.id ?? conversationId(sight);
}
const word = ({ random }: Sight) => random.pick(['Yes', 'No', 'Maybe', 'Tomorrow', 'Æbler', 'Later', '']);
const address = (sight: Sight) => ({ name: 'Kari', address: sight.random.pick(people) });
const setUpNames = {
  fromName: 'agent-and-company' as const,
  companyName: 'Havnegaard',
  signatureHtml: '',
  logForwardsTo: 'original-sender' as const,
};

async function attachments(sight: Sight): Promise<Attachment[]> {
  const file = sight.random.chance(0.2) ? await sight.attach() : undefined;
  return file ? [file] : [];
}

/** Mostly the newest of one's acts of these kinds: Undo is offered right after. */
async function takenBack(sight: Sight, acts: readonly string[]) {
  const entries = await sight.rows('undoEntries');
  const own = entries.filter(({ act }) => acts.includes(act)).sort((a, b) => b.at - a.at);
  const entry = sight.random.chance(0.7) ? own[0] : (sight.random.find(own) ?? sight.random.find(entries));
  if (!entry) return undefined;
  const content = { mode: 'reply' as const, to: [], cc: [], bcc: [], html: '<p>Not yet</p>', attachments: [] };
  const draft = sight.random.chance(0.8) ? { id: sight.newId(), content } : null;
  return { actId: entry.id, conversationId: entry.wrote?.conversationId ?? sight.newId(), draft };
}

const newIds = ({ newId }: Sight) => ({ conversationId: newId(), messageId: newId(), contactId: newId(), eventId: newId() });

/** A channel of this kind, whichever inbox it is of. */
const channelOf = async ({ random, rows }: Sight, kind: RowOf<'channels'>['kind']) =>
  random.find((await rows('channels')).filter((channel) => channel.kind === kind));

/** Mostly a channel that is a mailbox, where there is one. */
async function mailboxId(sight: Sight): Promise<Id> {
  const own = sight.random.chance(0.8) ? sight.random.find((await sight.rows('channels')).filter(({ mailbox }) => mailbox)) : undefined;
  return own?.id ?? idOf(sight, 'channels');
}

/** Mostly an invitation nobody has used. */
function invitationFrom({ random, invitations }: Sight) {
  const open = random.chance(0.8) ? invitations.filter(({ usedAt }) => usedAt === null) : [];
  return random.find(open) ?? random.find(invitations);
}

/** Arguments for every mutation there is; `undefined` where nothing could be meant. A missing name does not compile, and a test says so too. */
export const mutationArgs: Generators = {
  ...hiddenArgs,
  ...peopleArgs,
  ...bulkArgs,
  ...moveArgs,
  ...logArgs,
  ...viewArgs,

  ...threadArgs,
  ...mergeArgs,
  assignConversation: async (sight) => ({
    conversationId: await conversationId(sight),
    ownerId: sight.random.chance(0.2) ? null : await idOf(sight, 'agents'),
  }),
  closeConversation: async (sight) => ({ conversationId: await conversationId(sight) }),
  reopenConversation: async (sight) => ({
    conversationId: await conversationWhere(sight, ({ status, trashed }) => status === 'closed' && trashed === null),
  }),
  trashConversation: async (sight) => ({ conversationId: await conversationId(sight) }),
  restoreConversation: async (sight) => ({ conversationId: await conversationWhere(sight, ({ trashed }) => trashed !== null) }),
  deleteForever: async (sight) => ({ conversationId: await conversationWhere(sight, ({ trashed }) => trashed !== null) }),
  markSpam: async (sight) => ({ conversationId: await conversationId(sight) }),
  markNotSpam: async (sight) => ({
    conversationId: await conversationWhere(sight, ({ spam }) => spam !== null),
    alwaysAllow: sight.random.chance(0.5),
    ruleId: sight.newId(),
  }),

  // Mostly one that has a contact: a detached one is drawn often enough by whatever is done next.
  detachContact: async (sight) => ({
    conversationId: await conversationWhere(sight, ({ contactId, trashed }) => contactId !== null && trashed === null),
  }),
  attachContact: async (sight) => ({ conversationId: await conversationId(sight), contactId: await idOf(sight, 'contacts') }),
  createContact: async (sight) => ({
    contactId: sight.newId(),
    conversationId: await conversationWhere(sight, ({ contactId, trashed, spam }) => contactId === null && trashed === null && spam === null),
    name: 'Ida',
    email: sight.random.chance(0.5) ? sight.random.pick(people) : null,
    phone: null,
  }),
  updateContact: async (sight) => ({
    contactId: await idOf(sight, 'contacts'),
    ...(sight.random.chance(0.5) ? { phone: `+47 ${sight.random.int(100, 999)}` } : { ownerId: await idOf(sight, 'agents') }),
  }),
  arrangeContext: async ({ random }) => ({
    ...(random.chance(0.5) ? { folded: random.chance(0.5) ? ['ticket' as const] : [] } : {}),
    ...(random.chance(0.5) ? { contactProperties: [random.pick(['phone', 'owner'] as const)] } : {}),
  }),

  createTicket: async (sight) => ({
    ticketId: sight.newId(),
    conversationId: await conversationId(sight),
    name: 'A case',
    ...(sight.random.chance(0.3) && { priority: priority(sight), stage: sight.random.pick(stages) }),
  }),
  async linkTicket(sight) {
    const ticket = sight.random.find((await sight.rows('tickets')).filter(({ trashedAt }) => trashedAt === null));
    const lone = (row: RowOf<'conversations'>) =>
      row.ticketId === null && row.spam === null && row.trashed === null && (row.inboxId === ticket?.inboxId || sight.random.chance(0.1));
    return { conversationId: await conversationWhere(sight, lone), ticketId: ticket?.id ?? (await idOf(sight, 'tickets')) };
  },
  updateTicket: async (sight) => ({
    ticketId: await idOf(sight, 'tickets'),
    ...(sight.random.chance(0.3) && { name: `A case ${sight.random.int(1, 9)}` }),
    ...(sight.random.chance(0.3) && { description: word(sight) }),
    ...(sight.random.chance(0.5) && { priority: priority(sight) }),
    ...(sight.random.chance(0.3) && { ownerId: sight.random.chance(0.3) ? null : await idOf(sight, 'agents') }),
  }),
  setTicketStage: async (sight) => ({ ticketId: await idOf(sight, 'tickets'), stage: sight.random.pick(stages) }),
  closeTicket: async (sight) => ({ ticketId: await idOf(sight, 'tickets') }),
  deleteTicket: async (sight) => ({ ticketId: await idOf(sight, 'tickets') }),
  async reopenTicket(sight) {
    const closed = sight.random.find((await sight.rows('tickets')).filter(({ status }) => status === 'closed'));
    return { ticketId: closed?.id ?? (await idOf(sight, 'tickets')) };
  },

  async sendReply(sight) {
    const id = await conversationWhere(sight, ({ status, spam, trashed }) => status === 'open' && spam === null && trashed === null);
    const conversation = (await sight.rows('conversations')).find((row) => row.id === id);
    const own = (await sight.rows('channels')).find(({ kind, inboxId }) => kind === 'email' && inboxId === conversation?.inboxId);
    const channel = sight.random.chance(0.9) && own ? own : await channelOf(sight, 'email');
    if (!channel) return undefined;
    return {
      messageId: sight.newId(),
      conversationId: id,
      channelId: channel.id,
      to: sight.random.chance(0.8) ? [address(sight)] : [],
      cc: sight.random.chance(0.2) ? [address(sight)] : [],
      bcc: [],
      subject: 'Re: a question',
      text: `${word(sight)} ${sight.random.int(1, 99)}`,
      html: sight.random.chance(0.5) ? '<p>An answer</p>' : '',
      attachments: await attachments(sight),
      inReplyTo: null,
      draftId: sight.random.chance(0.4) ? (sight.random.find(await sight.rows('drafts'))?.id ?? null) : null,
    };
  },
  async retrySend(sight) {
    const sent = (await sight.rows('messages')).filter(({ delivery }) => delivery !== null);
    const lost = sent.filter(({ delivery }) => delivery?.state === 'failed' || delivery?.state === 'unknown');
    const message = sight.random.find(lost) ?? sight.random.find(sent);
    return message && { messageId: message.id, conversationId: message.conversationId, newMessageId: sight.newId() };
  },
  cancelSend: (sight) => takenBack(sight, ['sendReply', 'retrySend']),
  takeBackComment: (sight) => takenBack(sight, ['addComment']),
  addComment: async (sight) => ({
    messageId: sight.newId(),
    conversationId: await conversationId(sight),
    text: word(sight),
    html: sight.random.chance(0.3) ? '<p>A word</p>' : '',
    mentions: sight.random.chance(0.3) ? [await idOf(sight, 'agents')] : [],
    attachments: await attachments(sight),
    draftId: null,
  }),
  async saveDraft(sight) {
    const draft = sight.random.chance(0.6) ? sight.random.find(await sight.rows('drafts')) : undefined;
    return {
      draftId: draft?.id ?? sight.newId(),
      forkId: sight.newId(),
      conversationId: draft?.conversationId ?? (await conversationId(sight)),
      basedOn: draft ? draft.revision - (sight.random.chance(0.2) ? 1 : 0) : 0,
      content: {
        mode: sight.random.pick(['reply', 'comment'] as const),
        to: [],
        cc: [],
        bcc: [],
        html: `<p>${word(sight)} ${sight.random.int(1, 99)}</p>`,
        attachments: [],
      },
    };
  },
  discardDraft: async (sight) => ({ draftId: await idOf(sight, 'drafts') }),
  undo: async (sight) => ({ actId: await idOf(sight, 'undoEntries') }),

  async receiveMessage(sight) {
    const { random, now } = sight;
    const kind = random.weighted({ email: 6, chat: 2, form: 1, call: 1 });
    const channel = await channelOf(sight, kind);
    if (!channel) return undefined;
    const base = { ids: newIds(sight), channelId: channel.id, receivedAt: now };
    const text = `${word(sight)} ${random.int(1, 99)}`;
    if (kind === 'form')
      return {
        kind,
        ...base,
        fields: [
          { label: 'E-mail', value: random.pick(people) },
          { label: 'Message', value: text },
        ],
      };
    if (kind === 'call') return { kind, ...base, number: '+4712345678', name: 'Kari', durationSeconds: 60, outcome: 'answered' };
    if (kind === 'chat') {
      const going = random.find((await sight.rows('conversations')).filter((row) => row.channelId === channel.id));
      const bot = random.chance(0.3) ? { name: 'Robo' } : null;
      return {
        kind,
        ...base,
        visitor: { name: 'Ida', address: random.chance(0.5) ? random.pick(people) : null },
        conversationId: random.chance(0.6) ? (going?.id ?? null) : null,
        text,
        bot,
        author: bot && random.chance(0.4) ? 'bot' : 'visitor',
      };
    }
    const answered = random.find((await sight.rows('messages')).filter(({ rfcMessageId }) => rfcMessageId !== null));
    const references = answered?.rfcMessageId && random.chance(0.6) ? [answered.rfcMessageId] : [];
    return {
      kind,
      ...base,
      rfcMessageId: `<${base.ids.messageId}@kunde.example>`,
      rawHash: base.ids.messageId.replaceAll('-', '').padStart(64, '0'),
      from: address(sight),
      to: [{ name: '', address: channel.address ?? '' }],
      cc: random.chance(0.2) ? [address(sight)] : [],
      subject: 'A question',
      date: now,
      references,
      text,
      quotedText: '',
      html: random.chance(0.3) ? '<p>A question</p>' : null,
      attachments: [],
      automatic: random.chance(0.1) ? random.pick(['bounce', 'auto-reply'] as const) : null,
      bounceOf: null,
      bulk: random.chance(0.1),
      providerConfirmation: false,
      forward: null,
      repliesTo: null,
      unreadable: null,
    };
  },
  async recordDelivery(sight) {
    const message = sight.random.find((await sight.rows('messages')).filter(({ delivery }) => delivery !== null));
    return (
      message && {
        messageId: message.id,
        conversationId: message.conversationId,
        state: sight.random.pick(['failed', 'unknown'] as const),
        text: '550 no',
      }
    );
  },

  setUpWorkspace: async (sight) => ({ workspaceId: sight.workspaceId, name: 'Havnegaard' }),
  addAgent: async (sight) => {
    const agentId = sight.newId();
    return {
      agentId,
      workspaceId: sight.workspaceId,
      name: 'Dag Ny',
      email: `${agentId}@havnegaard.example`,
      accountAccess: false,
      superAdmin: false,
    };
  },
  setAvailability: async (sight) => ({
    // Mostly one's own: of others only the host may say it.
    agentId: sight.random.chance(0.8) ? sight.agentId : await idOf(sight, 'agents'),
    state: sight.random.pick(['available', 'away'] as const),
  }),
  setWorkingHours: async (sight) => {
    const { random } = sight;
    const range = () => ({ from: random.int(0, 700), to: random.int(701, 1440) });
    const days = Array.from({ length: 7 }, () => (random.chance(0.7) ? [range()] : []));
    const agentId = random.chance(0.8) ? sight.agentId : await idOf(sight, 'agents');
    return { agentId, hours: { timeZone: random.pick(['Europe/Copenhagen', 'Nowhere']), days, follow: random.chance(0.5) } };
  },
  setNotifications: async ({ random }) => {
    const way = () => random.pick(['browser', 'email', 'none'] as const);
    return {
      ways: { mention: way(), assignment: way(), reply: way(), conversation: way() },
      quiet: random.chance(0.5) ? { from: random.int(0, 1439), to: random.int(0, 1439), timeZone: 'Europe/Oslo' } : null,
    };
  },
  createInbox: async (sight) => ({
    inboxId: sight.newId(),
    workspaceId: sight.workspaceId,
    name: 'Another inbox',
    roleAddressRule: 'off',
    extraRoleAddresses: [],
    answerWithinMinutes: 60,
    members: sight.random.chance(0.8) ? [{ memberId: sight.newId(), agentId: await idOf(sight, 'agents') }] : [],
  }),
  updateInbox: async (sight) => ({
    inboxId: await idOf(sight, 'inboxes'),
    name: 'Renamed inbox',
    roleAddressRule: sight.random.pick(['first-contact-only', 'always', 'off'] as const),
    extraRoleAddresses: sight.random.chance(0.3) ? ['bestilling'] : [],
    answerWithinMinutes: sight.random.chance(0.3) ? null : 90,
  }),
  updateAgent: async (sight) => ({
    agentId: sight.random.chance(0.6) ? sight.agentId : await idOf(sight, 'agents'),
    name: sight.random.pick(['Renamed', 'Renamed again']),
    email: null,
  }),
  addAlias: async (sight) => ({ agentId: sight.random.chance(0.9) ? sight.agentId : await idOf(sight, 'agents'), address: alias(sight) }),
  removeAlias: async (sight) => ({ agentId: await idOf(sight, 'agents'), address: alias(sight) }),
  setTicketLimit: async (sight) => ({ workspaceId: sight.workspaceId, limit: sight.random.pick([2, 5, 1000]) }),
  renameWorkspace: async (sight) => ({ workspaceId: sight.workspaceId, name: sight.random.pick(['Havnegaard', 'Havnegaard Møbler']) }),
  // Mostly given: who has none sets nothing up, and those acts are drawn too.
  setAccountAccess: async (sight) => ({ agentId: await idOf(sight, 'agents'), accountAccess: sight.random.chance(0.85) }),
  async changeStages(sight) {
    const { random } = sight;
    const inbox = random.find(await sight.rows('inboxes'));
    const stageId = random.pick(stagesOf(inbox ?? {})).id;
    const other = random.pick(stagesOf(inbox ?? {})).id;
    const change = random.pick([
      { do: 'add', stageId: sight.newId(), name: 'Waiting on a colleague', state: random.pick(['open', 'closed'] as const) },
      { do: 'rename', stageId, name: `Stage ${random.int(1, 9)}` },
      { do: 'move', stageId, before: random.chance(0.3) ? null : other },
      { do: 'remove', stageId, into: other },
    ] as const);
    return inbox && { inboxId: inbox.id, change };
  },
  setChannelTickets: async (sight) => ({
    channelId: await idOf(sight, 'channels'),
    tickets: {
      on: sight.random.chance(0.8),
      stage: sight.random.pick(stages),
      owner: sight.random.chance(0.3) ? await idOf(sight, 'agents') : sight.random.pick(['conversation', 'nobody'] as const),
      priority: priority(sight),
    },
  }),
  async createChannel(sight) {
    const inbox = sight.random.find(await sight.rows('inboxes'));
    const channelId = sight.newId();
    const kind = sight.random.pick(['email', 'chat'] as const);
    return (
      inbox && {
        channelId,
        inboxId: inbox.id,
        kind,
        name: kind,
        address: kind === 'email' ? `${channelId}@havnegaard.example` : null,
        ...setUpNames,
        reopenTicketOnAnswer: sight.random.chance(0.5),
      }
    );
  },
  async connectMailbox(sight) {
    const inbox = sight.random.find(await sight.rows('inboxes'));
    const channelId = sight.newId();
    return (
      inbox && {
        channelId,
        inboxId: inbox.id,
        name: 'Mailbox',
        address: `${channelId}@havnegaard.example`,
        ...setUpNames,
        reopenTicketOnAnswer: false,
        importSince: sight.now,
        ...(sight.random.chance(0.5) ? { provider: 'microsoft' } : {}),
      }
    );
  },
  disconnectMailbox: async (sight) => ({ channelId: await mailboxId(sight) }),
  recordMailbox: async (sight) => ({
    channelId: await mailboxId(sight),
    standing: mailboxStanding(sight.random.chance(0.5), sight.now % 2 === 0),
    signedIn: sight.random.chance(0.5),
  }),
  updateChannel: async (sight) => ({ channelId: await idOf(sight, 'channels'), name: 'Hello', ...setUpNames, reopenTicketOnAnswer: true }),
  async setRouting(sight) {
    const { random } = sight;
    const channel = random.find(await sight.rows('channels'));
    if (!channel) return undefined;
    const inside = <T extends { inboxId: Id }>(rows: readonly T[]) =>
      rows.filter(({ inboxId }) => inboxId === channel.inboxId || random.chance(0.02));
    const teams = (await sight.rows('teams')).filter(({ inboxIds }) => inboxIds.includes(channel.inboxId));
    const routing = {
      to: random.pick(['agents', 'contact-owner'] as const),
      agentIds: inside(await sight.rows('members')).map(({ agentId }) => agentId),
      teamIds: teams.filter(() => random.chance(0.5)).map(({ id }) => id),
      onlyAvailable: random.chance(0.7),
      method: random.pick(['in-turn', 'fewest-open'] as const),
      limit: random.chance(0.5) ? random.int(1, 4) : null,
    };
    return { channelId: channel.id, routing: random.chance(0.8) ? routing : null };
  },
  addMember: async (sight) => ({ memberId: sight.newId(), inboxId: await idOf(sight, 'inboxes'), agentId: await idOf(sight, 'agents') }),
  removeMember: async (sight) => {
    const member = sight.random.find(await sight.rows('members'));
    return member && { inboxId: member.inboxId, agentId: member.agentId };
  },
  createTeam: async (sight) => ({ teamId: sight.newId(), workspaceId: sight.workspaceId, name: 'Workshop', agentIds: await someAgents(sight) }),
  renameTeam: async (sight) => ({ teamId: await idOf(sight, 'teams'), name: 'Evening shift' }),
  setTeamMembers: async (sight) => ({ teamId: await idOf(sight, 'teams'), agentIds: await someAgents(sight), memberIds: membershipIds(sight) }),
  deleteTeam: async (sight) => ({ teamId: await idOf(sight, 'teams') }),
  addTeam: async (sight) => ({ inboxId: await idOf(sight, 'inboxes'), teamId: await idOf(sight, 'teams'), memberIds: membershipIds(sight) }),
  removeTeam: async (sight) => {
    const team = sight.random.find(await sight.rows('teams'));
    const inboxId = team?.inboxIds[0];
    return inboxId === undefined ? undefined : { inboxId, teamId: team?.id ?? inboxId };
  },
  createInvitation: async (sight) => ({
    invitationId: sight.newId(),
    workspaceId: sight.workspaceId,
    tokenHash: sight.newId().replaceAll('-', '').padStart(64, 'a'),
    agentId: sight.random.chance(0.2) ? await idOf(sight, 'agents') : null,
    name: 'Eva Ny',
    email: '',
    inboxIds: (await sight.rows('inboxes')).slice(0, 1).map(({ id }) => id),
    accountAccess: false,
  }),
  async revokeInvitation(sight) {
    const invitation = invitationFrom(sight);
    return invitation && { invitationId: invitation.id };
  },
  async acceptInvitation(sight) {
    const invitation = invitationFrom(sight);
    const agentId = sight.newId();
    return (
      invitation && {
        tokenHash: invitation.tokenHash,
        agentId,
        name: 'Eva Ny',
        email: `${agentId}@havnegaard.example`,
        memberIds: [sight.newId(), sight.newId()],
      }
    );
  },
  blockSender: async (sight) => ({
    conversationId: await conversationWhere(
      sight,
      ({ contactAddress, spam, trashed }) => contactAddress !== null && spam === null && trashed === null,
    ),
    ruleId: sight.newId(),
  }),
  unblockSender: async (sight) => ({ conversationId: await conversationWhere(sight, ({ spam }) => spam?.reason === 'blocked-sender') }),
  setSenderRule: async (sight) => ({
    ruleId: sight.newId(),
    workspaceId: sight.workspaceId,
    kind: sight.random.pick(['allow', 'deny', 'block'] as const),
    pattern: sight.random.pick([...people, '@firma.example', '@havnegaard.example']),
  }),
  removeSenderRule: async (sight) => ({ ruleId: await idOf(sight, 'senderRules') }),
  async removeImported(sight) {
    const mails = (await sight.rows('messages')).filter(({ kind }) => kind === 'email');
    const mail = sight.random.find(mails);
    if (!mail) return { conversationId: sight.newId(), messageIds: [sight.newId()] };
    const { conversationId } = mail;
    const all = mails.filter((one) => one.conversationId === conversationId).map(({ id }) => id);
    return { conversationId, messageIds: sight.random.chance(0.5) ? all : [mail.id] };
  },
  async putRecord(sight) {
    const { random, newId } = sight;
    const space = workspaceSpace(sight.workspaceId);
    const id = newId();
    const inbox = random.find(await sight.rows('inboxes'));
    const table = random.pick(['companies', 'contacts', 'deals', 'senderRules', 'tickets'] as const);
    switch (table) {
      case 'companies':
        return { table, row: { id, space, name: 'Firma AS', domain: null } };
      case 'contacts':
        return {
          table,
          row: { id, space, name: 'Liv', emails: [`${id}@kunde.example`], phone: null, companyId: null, ownerId: null, createdAt: sight.now },
        };
      case 'deals':
        return { table, row: { id, space, name: 'A deal', contactId: null, companyId: null, amountMinor: 100, currency: 'NOK', stage: 'new' } };
      case 'senderRules':
        return { table, row: { id, space, kind: random.pick(['allow', 'deny', 'block'] as const), pattern: random.pick(people), at: sight.now } };
      case 'tickets': {
        const place = inbox && { inboxId: inbox.id, space: inboxSpace(inbox.id) };
        const status = random.chance(0.6) ? { status: 'closed' as const, closedAt: sight.now, closedBy: null } : { status: 'open' as const };
        const rest = { number: random.int(1000, 9999), name: 'An old case', stage: random.pick(stages), ownerId: null, contactId: null };
        return place && { table, row: { id, ...place, ...rest, createdAt: sight.now, trashedAt: null, ...status } };
      }
      default:
        return table satisfies never;
    }
  },
};

function mailboxStanding(works: boolean, sending: boolean): ArgsOf<'recordMailbox'>['standing'] {
  const problem = { code: 'sign-in-refused' as const, server: sending ? ('smtp' as const) : ('imap' as const), words: 'Authentication failed.' };
  if (sending) return { state: 'sending', problem: works ? null : problem };
  return works ? { state: 'working' } : { state: 'failing', problem };
}
