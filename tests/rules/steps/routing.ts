import { expect } from 'vitest';
import { eventWords } from '../../../components/thread/event-words';
import type { Id } from '../../../domain/model/ids';
import type { Routing } from '../../../domain/model/routing';
import { ownerNoticesOfWrites } from '../../../domain/notification/owner-notices';
import { textOf } from '../../../utils/i18n/text';
import { type Step, step } from '../step';
import type { Story } from '../story';

/*
 * Sentences about automatic assignment and availability.
 *
 *   the rule        mail to Support goes to Ann and Bo in turn · mail to Support goes to Ann and Bo, fewest open first · chats in Support go to Bo in turn
 *                   mail to Support goes to the team Evenings of Bo and Dan in turn · mail to Support goes to the contact's owner, else to Bo in turn
 *                   mail to Support also goes to who is away · mail to Support gives nobody more than 1 open · Kim's owner is Dan
 *   what comes      an e-mail of Kim to Support comes · a machine's mail begins A · an old e-mail of Kim is imported as A
 *                   we wrote A from another program · a chat a bot leads begins A · the bot hands A over
 *   what one does   Ann is away · Bo works from 9 to 17 on weekdays · Ann goes away · Ann comes back · Ann ends the team Evenings · Ann takes the team Evenings out of Support
 *   who is mailed   A is mailed to Dan if they are offline · A is mailed to nobody · Dan wants to be told of nothing
 *   what is said    A says "Assigned to Bo: …" · A says nothing by itself · it is Bo's
 */
const usual: Routing = { to: 'agents', agentIds: [], teamIds: [], onlyAvailable: true, method: 'in-turn', limit: null };

const mailOf = (story: Story, inboxId: Id) => (inboxId === story.world.sales ? story.world.salesMail : story.world.mail);

/** Changes the rule of a channel, by who may. */
async function route(story: Story, channelId: Id, change: Partial<Routing>, by?: Id) {
  const { inboxId, routing = usual } = story.world.get('channels', channelId);
  await story.act(by ?? story.memberOf({ inboxId }), 'setRouting', { channelId, routing: { ...routing, ...change } });
}

const lines = ({ world }: Story, conversationId: Id) => {
  const agents = new Map(world.rows.all('agents').map((agent) => [agent.id, agent]));
  const reader = { agents, inboxes: [], me: '', now: world.at };
  return world.thread(conversationId).flatMap((message) => (message.event ? [eventWords(textOf('en'), message, reader)] : []));
};

const newest = ({ world }: Story) => world.rows.all('conversations').sort((a, b) => (a.id < b.id ? 1 : -1))[0] ?? world.get('conversations', '');

/** Act by act, as a host commits them. */
const ownersMailed = ({ world }: Story, conversationId: Id) =>
  world.commits
    .flatMap(({ writes, at }) => ownerNoticesOfWrites(writes, at))
    .flatMap((one) => (one.conversationId === conversationId ? [one.agentId] : []));

const availability = (state: 'available' | 'away') => async (story: Story, ids: readonly Id[]) => {
  for (const agentId of ids) await story.act(agentId, 'setAvailability', { agentId, state });
};

const rules = [
  step('mail to {inbox} goes to {agents} in turn', { given: (story, inboxId, agentIds) => route(story, mailOf(story, inboxId), { agentIds }) }),
  step('mail to {inbox} goes to {agents}, fewest open first', {
    given: (story, inboxId, agentIds) => route(story, mailOf(story, inboxId), { agentIds, method: 'fewest-open' }),
  }),
  step('mail to {inbox} goes to the team {team} of {agents} in turn', {
    given: async (story, inboxId, name, agentIds) => {
      const { ann, workspaceId } = story.world;
      const teamId = story.named(`team ${name}`);
      await story.act(ann, 'createTeam', { teamId, workspaceId, name, agentIds });
      await story.act(ann, 'addTeam', { inboxId, teamId, memberIds: agentIds.map(() => story.world.id()) });
      await route(story, mailOf(story, inboxId), { teamIds: [teamId] });
    },
  }),
  step("mail to {inbox} goes to the contact's owner", {
    given: (story, inboxId) => route(story, mailOf(story, inboxId), { to: 'contact-owner' }),
  }),
  step("mail to {inbox} goes to the contact's owner, else to {agents} in turn", {
    given: (story, inboxId, agentIds) => route(story, mailOf(story, inboxId), { to: 'contact-owner', agentIds }),
  }),
  step('mail to {inbox} also goes to who is away', { given: (story, inboxId) => route(story, mailOf(story, inboxId), { onlyAvailable: false }) }),
  step('mail to {inbox} gives nobody more than {number} open', {
    given: (story, inboxId, limit) => route(story, mailOf(story, inboxId), { limit }),
  }),
  step('chats in Support go to {agents} in turn', { given: (story, agentIds) => route(story, story.world.chat, { agentIds }) }),
  step('{agent} has mail to {inbox} go to {agents} in turn', {
    act: (story, by, inboxId, agentIds) => route(story, mailOf(story, inboxId), { agentIds }, by),
  }),
  step('mail to {inbox} goes to {agent} alone', {
    check: (story, inboxId, agentId) => expect(story.world.get('channels', mailOf(story, inboxId)).routing?.agentIds).toEqual([agentId]),
  }),
  step('mail to {inbox} goes to nobody', {
    check: (story, inboxId) => expect(story.world.get('channels', mailOf(story, inboxId)).routing).toEqual({ ...usual, agentIds: [], teamIds: [] }),
  }),
  step("{contact}'s owner is {owner}", {
    given: ({ world }, { name, address }, ownerId) => {
      const row = { id: world.id(), space: world.get('workspaces', world.workspaceId).space, name, emails: [address], phone: null };
      world.rows.put('contacts', { ...row, companyId: null, ownerId, createdAt: world.at });
    },
  }),
  step('{agent} has left the workspace', { given: (story, agentId) => story.world.set('agents', agentId, { active: false }) }),
];

const coming = [
  step('an e-mail of {contact} to {inbox} comes', {
    act: async (story, from, inboxId) => void (await story.world.mailFrom(from, { channelId: mailOf(story, inboxId) })),
  }),
  step("a machine's mail begins {newConversation}", {
    act: async (story, name) =>
      void story.begin(name, (await story.world.mailFrom('no-reply@kunde.example', { automatic: 'auto-reply' })).conversationId),
  }),
  step('an old e-mail of {contact} is imported as {newConversation}', {
    act: async (story, from, name) =>
      void story.begin(name, (await story.world.mailFrom(from, { mailbox: { folder: 'inbox', history: true } })).conversationId),
  }),
  step('we wrote {newConversation} from another program', {
    given: async (story, name) => {
      const to = [{ name: 'Kim', address: 'kim@kunde.example' }];
      const sent = await story.world.mailFrom('support@havnegaard.example', { to, mailbox: { folder: 'sent', history: false } });
      story.begin(name, sent.conversationId);
    },
  }),
  step('a chat a bot leads begins {newConversation}', {
    act: async (story, name) => void story.begin(name, await story.world.chatLine({ bot: { name: 'Robo' } })),
  }),
  step('the bot hands {conversation} over', { act: async (story, conversationId) => void (await story.world.chatLine({ conversationId })) }),
];

const people = [
  step('{agents} (is|are) away', { given: availability('away') }),
  step('{agent} works from {number} to {number} on weekdays', {
    given: (story, agentId, from, to) => {
      const office = [{ from: from * 60, to: to * 60 }];
      const days = [office, office, office, office, office, [], []];
      return story.act(agentId, 'setWorkingHours', { agentId, hours: { timeZone: 'Europe/Copenhagen', days, follow: true } });
    },
  }),
  step('{agent} wants to be told of nothing', {
    given: (story, agentId) =>
      story.act(agentId, 'setNotifications', { ways: { mention: 'none', assignment: 'none', reply: 'none', conversation: 'none' }, quiet: null }),
  }),
  step('{agent} goes away', { act: (story, agentId) => availability('away')(story, [agentId]) }),
  step('{agent} comes back', { act: (story, agentId) => availability('available')(story, [agentId]) }),
  step('{agent} ends the team {team}', { act: (story, by, name) => story.act(by, 'deleteTeam', { teamId: story.named(`team ${name}`) }) }),
  step('{agent} takes the team {team} out of {inbox}', {
    act: (story, by, name, inboxId) => story.act(by, 'removeTeam', { inboxId, teamId: story.named(`team ${name}`) }),
  }),
];

const said = [
  step('{conversation} says {text}', { check: (story, id, words) => expect(lines(story, id)).toContain(words) }),
  step('{conversation} says nothing by itself', { check: (story, id) => expect(lines(story, id)).toEqual([]) }),
  step('it says {text}', { check: (story, words) => expect(lines(story, newest(story).id)).toContain(words) }),
  step('{conversation} is mailed to {agent} if they are offline', {
    check: (story, id, agentId) => expect(ownersMailed(story, id)).toEqual([agentId]),
  }),
  step('{conversation} is mailed to nobody', { check: (story, id) => expect(ownersMailed(story, id)).toEqual([]) }),
  step("it is {agent}'s", { check: (story, agentId) => expect(newest(story).ownerId).toBe(agentId) }),
];

export const steps: Step[] = [...rules, ...coming, ...people, ...said];
