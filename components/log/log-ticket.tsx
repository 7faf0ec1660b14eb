import { useLiveQuery } from 'dexie-react-hooks';
import { ChevronDown } from 'lucide-react';
import type { Contact } from '../../domain/model/contact';
import { useText } from '../../utils/i18n/use-text';
import { otherTickets } from '../../utils/store/contact-reads';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu-button';
import type { LogChoice } from './use-log';

interface Props {
  choice: LogChoice;
  contact: Contact | null;
  onChoose(ticket: LogChoice['ticket']): void;
}

/** On which ticket: none, a new one, or one of the contact's that is open in that inbox (TKT-1, D24). */
export function LogTicket({ choice: { inboxId, ticket }, contact, onChoose }: Props) {
  const { t } = useText();
  const { db } = useWorkspace();
  const contactId = contact?.id ?? null;
  const tickets =
    useLiveQuery(async () => {
      const all = contactId === null ? [] : await otherTickets(db, contactId, null);
      return all.filter((one) => one.inboxId === inboxId && one.status === 'open');
    }, [db, contactId, inboxId]) ?? [];
  const named = (number: number, name: string) => `T-${number} ${name}`;
  const chosen = tickets.find(({ id }) => id === ticket);
  const label = ticket === 'new' ? t('logNewTicket') : chosen ? named(chosen.number, chosen.name) : t('logNoTicket');
  return (
    <MenuButton
      label={t('ctxTicket')}
      buttonName={`${t('ctxTicket')}: ${label}`}
      className="btn -ml-2.5 min-w-0 font-normal"
      entries={[
        { kind: 'item', id: 'none', label: t('logNoTicket'), checked: ticket === 'none', onSelect: () => onChoose('none') },
        { kind: 'item', id: 'new', label: t('logNewTicket'), checked: ticket === 'new', onSelect: () => onChoose('new') },
        ...(tickets.length > 0 ? [{ kind: 'separator' as const, id: 'line' }] : []),
        ...tickets.map(({ id, number, name }) => ({
          kind: 'item' as const,
          id,
          label: named(number, name),
          checked: ticket === id,
          onSelect: () => onChoose(id),
        })),
      ]}
    >
      <span className="cut">{label}</span>
      <Icon of={ChevronDown} size={14} className="text-ink-3" />
    </MenuButton>
  );
}
