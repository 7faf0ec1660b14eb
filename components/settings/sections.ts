import { Bell, FolderUp, HardDrive, Inbox, Keyboard, Mail, Palette, Plus, ShieldCheck, UserRoundCog, Users, UsersRound } from 'lucide-react';
import { channelIcon } from '../ui/channel-icon';
import type { Section } from './section';

/** Every page of the settings, in the order of the rail; each is a chunk of its own. */
export const sections: readonly Section[] = [
  {
    id: 'inbox',
    group: 'inbox',
    title: 'settingsInbox',
    icon: Inbox,
    needsAccount: true,
    lines: (_workspace, inboxId, { t }) => [
      { path: `inbox/${inboxId}`, label: t('settingsInboxGeneral'), icon: Inbox },
      { path: `inbox/${inboxId}/members`, label: t('settingsMembers'), icon: UsersRound },
    ],
    load: async () => ({ Page: (await import('./inbox/inbox-section')).InboxSection }),
  },
  {
    id: 'channel',
    group: 'channels',
    title: 'settingsChannels',
    icon: Mail,
    needsAccount: true,
    needs: 'channels',
    lines: ({ channels, source }, inboxId) =>
      channels
        .filter((channel) => source.channels.can && channel.inboxId === inboxId)
        .map(({ id, kind, address, name }) => ({ path: `channel/${id}`, label: address ?? name, icon: channelIcon[kind] })),
    load: async () => ({ Page: (await import('./channel/channel-page')).ChannelPage }),
  },
  {
    id: 'connect-channel',
    group: 'channels',
    title: 'chnConnect',
    icon: Plus,
    needsAccount: true,
    needs: 'channels',
    lines: (_workspace, inboxId, { t }) => [{ path: `connect-channel/${inboxId}`, label: t('chnConnect'), icon: Plus, begins: true }],
    load: async () => ({ Page: (await import('./channel/connect-channel-page')).ConnectChannelPage }),
  },
  {
    id: 'people',
    group: 'workspace',
    title: 'settingsPeople',
    icon: UserRoundCog,
    needsAccount: true,
    needs: 'invite',
    load: async () => ({ Page: (await import('./people/people-page')).PeoplePage }),
  },
  {
    id: 'teams',
    group: 'workspace',
    title: 'teamsTitle',
    icon: Users,
    needsAccount: true,
    needs: 'invite',
    load: async () => ({ Page: (await import('./teams/teams-page')).TeamsPage }),
  },
  {
    id: 'new-inbox',
    group: 'workspace',
    title: 'chnNewInbox',
    icon: Inbox,
    needsAccount: true,
    needs: 'channels',
    load: async () => ({ Page: (await import('./channel/new-inbox-page')).NewInboxPage }),
  },
  {
    id: 'notifications',
    group: 'workspace',
    title: 'notifySettings',
    icon: Bell,
    needsAccount: true,
    needs: 'notices',
    load: async () => ({ Page: (await import('./notifications/notifications-page')).NotificationsPage }),
  },
  {
    id: 'move',
    group: 'workspace',
    title: 'moveTitle',
    icon: FolderUp,
    needsAccount: true,
    lines: ({ connection }, _inboxId, { t }) =>
      connection.kind === 'local' ? [{ path: `move/${connection.id}`, label: t('moveTitle'), icon: FolderUp }] : [],
    load: async () => ({ Page: (await import('./move/move-page')).MovePage }),
  },
  {
    id: 'appearance',
    group: 'device',
    title: 'settingsAppearance',
    icon: Palette,
    needsAccount: false,
    load: async () => ({ Page: (await import('./appearance/appearance-page')).AppearancePage }),
  },
  {
    id: 'keyboard',
    group: 'device',
    title: 'settingsKeyboard',
    icon: Keyboard,
    needsAccount: false,
    load: async () => ({ Page: (await import('./keyboard/keyboard-page')).KeyboardPage }),
  },
  {
    id: 'device',
    group: 'device',
    title: 'settingsStorage',
    icon: HardDrive,
    needsAccount: false,
    load: async () => ({ Page: (await import('./device/device-page')).DevicePage }),
  },
  {
    id: 'privacy',
    group: 'device',
    title: 'settingsPrivacy',
    icon: ShieldCheck,
    needsAccount: false,
    load: async () => ({ Page: (await import('./privacy/privacy-page')).PrivacyPage }),
  },
];
