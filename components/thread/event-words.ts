import type { Agent } from '../../domain/model/agent';
import type { Id } from '../../domain/model/ids';
import type { Inbox } from '../../domain/model/inbox';
import type { Message, ThreadEvent } from '../../domain/model/message';
import { formatWhen } from '../../utils/i18n/format-when';
import type { MessageKey } from '../../utils/i18n/messages';
import type { Text } from '../../utils/i18n/text';
import { stageName } from '../ticket/stage-name';

const words: Record<ThreadEvent['code'], MessageKey> = {
  'restored-by-answer': 'eventRestored',
  'reopened-by-answer': 'eventReopened',
  'ticket-still-closed': 'eventTicketStillClosed',
  'bounce-received': 'eventBounce',
  'auto-reply-received': 'eventAutoReply',
  'assigned-in-turn': 'routeInTurn',
  'assigned-fewest-open': 'routeFewestOpen',
  'assigned-contact-owner': 'routeContactOwner',
  'unassigned-nobody-left': 'routeNobodyLeft',
  'unassigned-nobody-available': 'routeNobodyAvailable',
  'unassigned-at-limit': 'routeAtLimit',
  'unassigned-no-owner': 'routeNoOwner',
  'unassigned-owner-away': 'routeOwnerAway',
  'unassigned-owner-at-limit': 'routeOwnerAtLimit',
  'no-ticket-at-limit': 'eventNoTicket',
  assigned: 'auditAssigned',
  unassigned: 'auditUnassigned',
  'owner-left': 'auditOwnerLeft',
  closed: 'auditClosed',
  reopened: 'auditReopened',
  'ticket-made': 'auditTicketMade',
  'ticket-joined': 'auditTicketJoined',
  'ticket-stage': 'auditTicketStage',
  snoozed: 'auditSnoozed',
  'snooze-ended': 'auditSnoozeEnded',
  'snooze-over': 'auditSnoozeOver',
  trashed: 'auditTrashed',
  restored: 'auditRestored',
  'marked-spam': 'auditSpam',
  'sender-blocked': 'auditBlocked',
  'not-spam': 'auditNotSpam',
  moved: 'auditMoved',
  merged: 'auditMerged',
  split: 'auditSplit',
  'contact-attached': 'auditContactOn',
  'contact-detached': 'auditContactOff',
  logged: 'auditLogged',
  tagged: 'auditTagged',
  untagged: 'auditUntagged',
};

/** Who reads it, and what they know by name. */
export interface EventReader {
  agents: ReadonlyMap<Id, Agent>;
  inboxes: readonly Inbox[];
  me: Id;
  now: number;
}

/** What a line the rules wrote says: what was done and by whom, or what came by itself and why. */
export function eventWords(text: Text, { event, author }: Pick<Message, 'event' | 'author'>, { agents, inboxes, me, now }: EventReader): string {
  if (!event) return '';
  const { t, number, locale } = text;
  const { name, agentId, limit, stage, until } = event;
  const called = (id: Id) => agents.get(id)?.name.split(' ')[0] ?? t('formerColleague');
  const by = author.kind === 'agent' ? author.agentId : undefined;
  const orYou = (id: Id | undefined) => (id === undefined ? '' : id === me && by !== undefined ? t('auditYou') : called(id));
  const inbox = inboxes.find(({ id }) => id === event.inboxId)?.name;
  return t(keyOf(event, { by, inbox }), {
    name: stage ? stageName({ ...stage, state: 'open' }, text) : name || t('someone'),
    agent: orYou(agentId),
    who: orYou(by),
    limit: number(limit ?? 0),
    ticket: String(event.number ?? ''),
    inbox: inbox ?? '',
    time: until ? formatWhen(locale, until, now) : '',
  });
}

function keyOf({ code, agentId, until }: ThreadEvent, { by, inbox }: { by: Id | undefined; inbox: string | undefined }): MessageKey {
  if (code === 'assigned' && agentId === by) return 'auditTaken';
  if (code === 'snoozed' && until == null) return 'auditSnoozedAnswer';
  if (code === 'moved' && inbox !== undefined) return 'auditMovedFrom';
  return words[code];
}
