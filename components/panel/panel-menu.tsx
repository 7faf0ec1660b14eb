import { useLiveQuery } from 'dexie-react-hooks';
import { AppWindow, EllipsisVertical, FolderInput, Keyboard, LogOut, Plus, Settings, Trash2, UserRoundPlus } from 'lucide-react';
import type { Id } from '../../domain/model/ids';
import { hasAccountAccess } from '../../domain/permission/has-account-access';
import { openSettings } from '../../utils/browser/open-settings';
import type { Connection } from '../../utils/connection/device-database';
import { languageNames, locales } from '../../utils/i18n/locale';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu-button';
import type { MenuEntry } from '../ui/menu-entry';
import { device } from './device';
import type { DeviceChoice, DeviceSettings } from './device-settings';
import { placeName } from './place-name';
import { setDeviceSetting } from './use-device-settings';
import { useWorkspace } from './workspace-context';

/** What a line of a menu opens over the inbox. */
export type MenuDialog = 'keys' | 'invite' | 'sign-out' | 'add-connection' | 'delete-local' | 'import' | 'new-view' | 'change-view' | 'arrange-views';

interface Props {
  settings: DeviceSettings;
  inboxId: Id;
  /** Opens the same place in a tab; absent where one is in a tab already. */
  onFullPage?: (() => void) | undefined;
  onDialog(dialog: MenuDialog): void;
}

/** What belongs to this device and this session: the full page, a colleague, the workspaces it has, language, theme, density, keys, the way out. */
export function PanelMenu({ settings, inboxId, onFullPage, onDialog }: Props) {
  const text = useText();
  const { t } = text;
  const { connection, agents, me, source } = useWorkspace();
  const self = agents.get(me);
  const mayInvite = self !== undefined && hasAccountAccess(self);
  const all = useLiveQuery(() => device.connections.orderBy('id').toArray()) ?? [];
  const nameOf = (one: Connection) => `${one.agentName} · ${placeName(one, text)}`;
  const open = (one: Connection): MenuEntry => ({
    kind: 'item',
    id: one.id,
    label: nameOf(one),
    checked: one.id === connection.id,
    onSelect: () => void device.connections.update(one.id, { lastOpenedAt: Date.now() }),
  });
  const choice = (key: DeviceChoice, value: string | undefined, label: string, checked: boolean): MenuEntry => ({
    kind: 'item',
    id: `${key}-${value}`,
    label,
    checked,
    onSelect: () => void setDeviceSetting(key, value),
  });
  const heading = (id: string, label: string): MenuEntry => ({ kind: 'heading', id, label });
  const separator = (id: string): MenuEntry => ({ kind: 'separator', id });
  return (
    <MenuButton
      label={t('panelMenu')}
      nameButton
      className="ib"
      align="end"
      entries={[
        ...(all.length > 1 ? [heading('connections', t('connections')), ...all.map(open)] : [heading('who', nameOf(connection))]),
        { kind: 'item', id: 'add', label: t('addConnection'), icon: Plus, onSelect: () => onDialog('add-connection') },
        separator('s-connections'),
        ...(onFullPage ? [{ kind: 'item' as const, id: 'full-page', label: t('openFullPage'), icon: AppWindow, onSelect: onFullPage }] : []),
        ...(source.importFiles.can
          ? [{ kind: 'item' as const, id: 'import', label: t('importTitle'), icon: FolderInput, onSelect: () => onDialog('import') }]
          : []),
        {
          kind: 'item',
          id: 'invite',
          label: t('inviteTitle'),
          icon: UserRoundPlus,
          reason: mayInvite ? undefined : t('inviteNotYours'),
          onSelect: () => onDialog('invite'),
        },
        {
          kind: 'item',
          id: 'settings',
          label: t('settingsTitle'),
          icon: Settings,
          onSelect: () => openSettings(`inbox/${inboxId}`, onFullPage ? 'new-tab' : 'here'),
        },
        separator('s0'),
        heading('language', t('language')),
        choice('language', undefined, t('languageOfBrowser'), settings.language === undefined),
        ...locales.map((locale) => choice('language', locale, languageNames[locale], settings.language === locale)),
        separator('s1'),
        heading('theme', t('theme')),
        choice('theme', 'system', t('themeSystem'), settings.theme === 'system'),
        choice('theme', 'light', t('themeLight'), settings.theme === 'light'),
        choice('theme', 'dark', t('themeDark'), settings.theme === 'dark'),
        separator('s2'),
        heading('density', t('density')),
        choice('density', 'comfortable', t('densityComfortable'), settings.density === 'comfortable'),
        choice('density', 'compact', t('densityCompact'), settings.density === 'compact'),
        separator('s3'),
        heading('button', t('toolbarButton')),
        choice('toolbarButton', 'panel', t('toolbarButtonPanel'), settings.toolbarButton === 'panel'),
        choice('toolbarButton', 'triage', t('triageTitle'), settings.toolbarButton === 'triage'),
        separator('s4'),
        { kind: 'item', id: 'keys', label: t('keySheet'), icon: Keyboard, usualKey: '?', onSelect: () => onDialog('keys') },
        connection.kind === 'hub'
          ? { kind: 'item', id: 'sign-out', label: t('signOutAction'), icon: LogOut, onSelect: () => onDialog('sign-out') }
          : { kind: 'item', id: 'delete-local', label: t('localDelete'), icon: Trash2, danger: true, onSelect: () => onDialog('delete-local') },
      ]}
    >
      <Icon of={EllipsisVertical} />
    </MenuButton>
  );
}
