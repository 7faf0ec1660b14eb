import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Id } from '../../domain/model/ids';
import type { MessageKey } from '../../utils/i18n/messages';
import type { Text } from '../../utils/i18n/text';
import type { CapabilityName } from '../../utils/sources/capabilities';
import type { DeviceSettings } from '../panel/device-settings';
import type { Workspace } from '../panel/workspace-context';

/** What a page of the settings is given. */
export interface SectionProps {
  /** What follows its id in the address: `#/channel/<id>` gives `[<id>]`. */
  args: readonly string[];
  /** The inbox the rail stands for; none without an account. */
  inboxId: Id | undefined;
  settings: DeviceSettings;
}

/** One line of the rail. */
export interface RailLine {
  /** What follows `#/`. */
  path: string;
  label: string;
  icon: LucideIcon;
  /** Begins something new, as "Connect a channel" does. */
  begins?: boolean;
}

/** One page of the settings, or one kind of page: a page for each channel is one section. */
export interface Section {
  /** Its address begins `#/<id>`. */
  id: string;
  /** Where in the rail it stands. */
  group: 'inbox' | 'channels' | 'workspace' | 'device';
  title: MessageKey;
  icon: LucideIcon;
  /** Only what belongs to the device is there without an account. */
  needsAccount: boolean;
  /** What its page needs of the workspace's source; where that cannot, the page says why (SUR-9). */
  needs?: CapabilityName;
  /** Its lines in the rail; one with its title where this is left out. */
  lines?(workspace: Workspace, inboxId: Id, text: Text): RailLine[];
  load(): Promise<{ Page: ComponentType<SectionProps> }>;
}
