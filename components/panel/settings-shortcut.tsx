import { Inbox, Settings } from 'lucide-react';
import type { Id } from '../../domain/model/ids';
import { openSettings, type SettingsOf } from '../../utils/browser/open-settings';
import { useText } from '../../utils/i18n/use-text';
import { channelIcon } from '../ui/channel-icon';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import { MenuButton } from '../ui/menu-button';
import { channelsToSetUp } from './channels-to-set-up';
import { useWorkspace } from './workspace-context';

/** At the bottom left: the inbox's settings, or those of one of its channels (INB-5). Without channels there is nothing to choose, and a press is enough. */
export function SettingsShortcut({ inboxId, where }: { inboxId: Id; where: 'here' | 'new-tab' }) {
  const { t } = useText();
  const channels = channelsToSetUp(useWorkspace(), inboxId);
  const open = (of: SettingsOf) => () => openSettings(of, where);
  const label = t('settingsTitle');
  if (channels.length === 0) return <IconButton icon={Settings} label={label} onClick={open(`inbox/${inboxId}`)} />;
  return (
    <MenuButton
      label={label}
      nameButton
      className="ib"
      entries={[
        { kind: 'item', id: inboxId, label: t('settingsOfInbox'), icon: Inbox, onSelect: open(`inbox/${inboxId}`) },
        ...channels.map(({ id, kind, label: name }) => ({
          kind: 'item' as const,
          id,
          label: name,
          icon: channelIcon[kind],
          onSelect: open(`channel/${id}`),
        })),
      ]}
    >
      <Icon of={Settings} />
    </MenuButton>
  );
}
