import { useLiveQuery } from 'dexie-react-hooks';
import { Inbox as InboxIcon } from 'lucide-react';
import { useId } from 'react';
import { takesMail } from '../../../domain/channel/takes-mail';
import { hasAccountAccess } from '../../../domain/permission/has-account-access';
import type { HubConnection } from '../../../utils/connection/device-database';
import type { MessageKey } from '../../../utils/i18n/messages';
import { useText } from '../../../utils/i18n/use-text';
import type { MoveTarget } from '../../../utils/move/run-move';
import type { SamtaleDatabase } from '../../../utils/store/database';
import { useDatabase } from '../../panel/use-database';
import { Icon } from '../../ui/icon';

interface Props {
  hub: HubConnection;
  /** Of the group of radio buttons. */
  name: string;
  chosen: string | undefined;
  onChoose(target: MoveTarget): void;
}

/** The inboxes of one hub one could move into; of one that takes nothing, why. */
export function HubInboxes({ hub, name, chosen, onChoose }: Props) {
  const { t } = useText();
  const id = useId();
  const { db } = useDatabase(hub.id);
  const inboxes = useLiveQuery(() => inboxesOf(db, hub), [db, hub]);
  if (!inboxes) return null;
  if (inboxes.length === 0) return <p className="mt-2 text-ink-2">{t('moveFetching', { hub: hub.hubName })}</p>;
  return inboxes.map(({ id: inboxId, name: inboxName, address, why }) => (
    <label key={inboxId} className={`choice ${why ? 'text-ink-3' : ''}`}>
      <input
        type="radio"
        name={name}
        checked={chosen === inboxId}
        disabled={why !== undefined}
        onChange={() => onChoose({ to: hub.id, inboxId, hubName: hub.hubName, inboxName })}
        aria-describedby={`${id}-${inboxId}`}
      />
      <Icon of={InboxIcon} className="mt-0.5 text-ink-3" />
      <span className="min-w-0 wrap-anywhere">
        <b>{inboxName}</b> · {hub.hubName}
        <span className="block text-ink-2" id={`${id}-${inboxId}`}>
          {why ? t(why) : address}
        </span>
      </span>
    </label>
  ));
}

async function inboxesOf(db: SamtaleDatabase, hub: HubConnection) {
  const [self, inboxes, channels] = await Promise.all([db.agents.get(hub.agentId), db.inboxes.toArray(), db.channels.toArray()]);
  const mayMove = self !== undefined && hasAccountAccess(self);
  return inboxes.map(({ id, name }) => {
    const addresses = channels.flatMap((channel) => (channel.inboxId === id && takesMail(channel) ? [channel.address ?? ''] : []));
    const why: MessageKey | undefined = hub.signedOut
      ? 'moveWhySignedOut'
      : !mayMove
        ? 'moveWhyNotAllowed'
        : addresses.length === 0
          ? 'moveWhyNoChannel'
          : undefined;
    return { id, name, address: addresses.filter(Boolean).join(', '), why };
  });
}
