import type { Write } from '../core/tx';
import type { Agent } from '../model/agent';
import { agentSpace, type Id } from '../model/ids';
import type { NotificationSettings } from '../model/notification-settings';
import { isQuiet } from './is-quiet';
import { closedBy, isBack, isFresh, type News, type Notice, noticesOf } from './notices-of';
import { wayOf } from './way-of';

/** Somebody who wants some news by mail, and the inboxes they are in. */
export interface MailReader {
  agent: Agent;
  settings: NotificationSettings;
  inboxIds: readonly Id[];
}

/** What these writes bring that may be news for somebody at all; without any nobody need be looked for. */
export function newsOfWrites(writes: readonly Write[], now: number): News[] {
  const fresh = writes.flatMap((write) =>
    write.table === 'messages' && !write.before && write.after && write.after.kind !== 'event' && isFresh(write.after, now) ? [write.after] : [],
  );
  return writes.flatMap((write): News[] => {
    if (write.table !== 'conversations' || !write.after) return [];
    const { before, after } = write;
    const messages = fresh.filter(({ conversationId }) => conversationId === after.id);
    const given = after.ownerId !== null && after.ownerId !== before?.ownerId;
    const stands = isBack(before ?? undefined, after, now) || (after.followers && closedBy(before ?? undefined, after, now) !== null);
    return given || stands || messages.length > 0 ? [{ before: before ?? undefined, after, messages }] : [];
  });
}

/** The same notices as in the browser (NTF-1), as far as this agent wants them by mail: the host keeps them until it is known whether a device told them (NTF-2). */
export function noticesOfWrites(writes: readonly Write[], { agent, settings, inboxIds }: MailReader, now: number): Notice[] {
  if (!agent.active || isQuiet(settings.quiet, now)) return [];
  const space = agentSpace(agent.id);
  const ownActs = writes.flatMap((write) => (write.table === 'undoEntries' && write.after?.space === space ? [write.after] : []));
  const news = newsOfWrites(writes, now).filter(({ after }) => inboxIds.includes(after.inboxId));
  return noticesOf(news, ownActs, agent.id, now).filter(({ event }) => wayOf(event, settings.ways, agent, now) === 'email');
}
