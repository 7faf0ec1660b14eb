import { AppWindow, EllipsisVertical, Keyboard, LogOut, Settings, UserRoundPlus } from 'lucide-react';
import type { Id } from '../../domain/model/ids';
import { openSettings } from '../../utils/browser/open-settings';
import { languageNames, locales } from '../../utils/i18n/locale';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu-button';
import type { MenuEntry } from '../ui/menu-entry';
import { type DeviceChoice, type DeviceSettings, setDeviceSetting } from './use-device-settings';
import { useWorkspace } from './workspace-context';

/** What a line of the menu opens over the inbox. */
export type MenuDialog = 'keys' | 'invite' | 'sign-out';

interface Props {
  settings: DeviceSettings;
  inboxId: Id;
  /** Opens the same place in a tab; absent where one is in a tab already. */
  onFullPage?: (() => void) | undefined;
  onDialog(dialog: MenuDialog): void;
}

/** What belongs to this device and this session: the full page, a colleague, language, theme, density, keys, sign out. */
export function PanelMenu({ settings, inboxId, onFullPage, onDialog }: Props) {
  const { t } = useText();
  const { connection, agents, me } = useWorkspace();
  const self = agents.get(me);
  const mayInvite = Boolean(self?.accountAccess || self?.superAdmin);
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
        heading('who', `${connection.agentName} · ${connection.hubName}`),
        ...(onFullPage ? [{ kind: 'item' as const, id: 'full-page', label: t('openFullPage'), icon: AppWindow, onSelect: onFullPage }] : []),
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
          onSelect: () => openSettings(inboxId, onFullPage ? 'new-tab' : 'here'),
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
        { kind: 'item', id: 'sign-out', label: t('signOutAction'), icon: LogOut, onSelect: () => onDialog('sign-out') },
      ]}
    >
      <Icon of={EllipsisVertical} />
    </MenuButton>
  );
}
