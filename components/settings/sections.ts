import {
  Bell,
  Clock,
  FolderUp,
  HardDrive,
  Inbox,
  Keyboard,
  KeyRound,
  ListFilter,
  Mail,
  MailOpen,
  Palette,
  Plus,
  ShieldCheck,
  Tag,
  Ticket,
  UserRoundCog,
  UserRoundX,
  Users,
  UsersRound,
} from 'lucide-react';
import type { Connection } from '../../utils/connection/device-database';
import { channelsToSetUp } from '../panel/channels-to-set-up';
import { channelIcon } from '../ui/channel-icon';
import type { Section } from './section';

const deactivated: Section = {
  id: 'account',
  group: 'workspace',
  title: 'deactivatedTitle',
  icon: UserRoundX,
  needsAccount: true,
  load: async () => ({ Page: (await import('./deactivated/deactivated-page')).DeactivatedPage }),
};

/** Those one can use: without an account what belongs to the device; with one that was deactivated that too, after the page that says so. */
export function sectionsFor(connection: Connection | undefined): readonly Section[] {
  const ofDevice = () => sections.filter(({ needsAccount }) => !needsAccount);
  if (connection === undefined) return ofDevice();
  return connection.kind === 'hub' && connection.deactivated ? [deactivated, ...ofDevice()] : sections;
}

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
      { path: `inbox/${inboxId}/stages`, label: t('tktStages'), icon: Ticket },
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
    lines: (workspace, inboxId) =>
      channelsToSetUp(workspace, inboxId).map(({ id, kind, label }) => ({ path: `channel/${id}`, label, icon: channelIcon[kind] })),
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
    id: 'tags',
    group: 'workspace',
    title: 'tagTitle',
    icon: Tag,
    needsAccount: true,
    load: async () => ({ Page: (await import('./tags/tags-page')).TagsPage }),
  },
  {
    id: 'senders',
    group: 'workspace',
    title: 'sndTitle',
    icon: ListFilter,
    needsAccount: true,
    load: async () => ({ Page: (await import('./senders/senders-page')).SendersPage }),
  },
  {
    id: 'new-inbox',
    group: 'workspace',
    title: 'chnNewInbox',
    icon: Inbox,
    needsAccount: true,
    needs: 'inboxes',
    load: async () => ({ Page: (await import('./channel/new-inbox-page')).NewInboxPage }),
  },
  {
    id: 'mail-clients',
    group: 'workspace',
    title: 'oauClients',
    icon: KeyRound,
    needsAccount: true,
    needs: 'channels',
    load: async () => ({ Page: (await import('./mail-clients/mail-clients-page')).MailClientsPage }),
  },
  {
    id: 'notifications',
    group: 'workspace',
    title: 'notifySettings',
    icon: Bell,
    needsAccount: true,
    load: async () => ({ Page: (await import('./notifications/notifications-page')).NotificationsPage }),
  },
  {
    id: 'working-hours',
    group: 'workspace',
    title: 'hoursTitle',
    icon: Clock,
    needsAccount: true,
    load: async () => ({ Page: (await import('./working-hours/working-hours-page')).WorkingHoursPage }),
  },
  {
    id: 'move',
    group: 'workspace',
    title: 'moveTitle',
    icon: FolderUp,
    needsAccount: true,
    lines: ({ connection }, _inboxId, { t }) =>
      connection.kind === 'local' && !connection.sample ? [{ path: `move/${connection.id}`, label: t('moveTitle'), icon: FolderUp }] : [],
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
    id: 'webmail',
    group: 'device',
    title: 'webmailTitle',
    icon: MailOpen,
    needsAccount: true,
    load: async () => ({ Page: (await import('./webmail/webmail-page')).WebmailPage }),
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
