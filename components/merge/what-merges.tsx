import { useLiveQuery } from 'dexie-react-hooks';
import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import type { Ticket } from '../../domain/model/ticket';
import { useText } from '../../utils/i18n/use-text';
import { readMessages } from '../../utils/store/read-messages';
import { titleOf } from '../actions/title-of';
import { useWorkspace } from '../panel/workspace-context';
import { Choice } from '../ui/choice';

interface Props {
  source: Conversation;
  target: Conversation;
  /** The ticket that stays. */
  keep: Id | undefined;
  onKeep(ticketId: Id): void;
}

/** How many messages go along, whose the merged conversation is, and of two tickets which one stays and what becomes of the other (D16). */
export function WhatMerges({ source, target, keep, onKeep }: Props) {
  const text = useText();
  const { t, plural } = text;
  const { db, agents } = useWorkspace();
  const count = useLiveQuery(async () => (await readMessages(db, source.id)).filter(({ kind }) => kind !== 'event').length, [db, source.id]);
  const [ours, theirs] = [target.ticketId, source.ticketId];
  const tickets = useLiveQuery(async () => {
    const ids = [...new Set([ours, theirs])].filter((id) => id !== null);
    const rows = (await db.tickets.bulkGet(ids)).filter((ticket) => ticket !== undefined);
    const users = await Promise.all(rows.map(({ id }) => db.conversations.where('ticketId').equals(id).toArray()));
    return rows.map((ticket, at) => ({ ticket, others: (users[at] ?? []).filter(({ id }) => id !== source.id && id !== target.id).length }));
  }, [db, ours, theirs, source.id, target.id]);
  const named = ({ number, name }: Ticket) => ({ number: String(number), name });
  const staying = tickets?.find(({ ticket }) => ticket.id === keep);
  const left = tickets?.find(({ ticket }) => ticket.id !== keep);
  const owner = target.ownerId === null ? undefined : agents.get(target.ownerId)?.name;
  const contact = target.contactName;
  return (
    <div id="merges" className="flex flex-col gap-2">
      {count !== undefined && <p>{plural('mrgMessages', count, { title: titleOf(source, text) })}</p>}
      <p>{owner ? t('mrgStays', { contact, owner }) : t('mrgStaysNobodys', { contact })}</p>
      {target.status === 'closed' && source.status === 'open' && <p>{t('mrgOpens')}</p>}
      {staying && !left && <p>{t('mrgTicket', named(staying.ticket))}</p>}
      {staying && left && (
        <>
          <div className="mt-1">
            <Choice
              legend={t('mrgWhichTicket')}
              value={staying.ticket.id}
              options={(tickets ?? []).map(({ ticket }) => [ticket.id, `T-${ticket.number} ${ticket.name}`] as const)}
              onChoose={onKeep}
            />
          </div>
          <p role="status">
            {left.others > 0 ? plural('mrgTicketKeeps', left.others, named(left.ticket)) : t('mrgTicketCloses', named(left.ticket))}
          </p>
        </>
      )}
    </div>
  );
}
