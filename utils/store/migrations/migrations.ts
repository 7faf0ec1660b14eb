import type { Transaction } from 'dexie';
import { first } from './0001-first';
import { notificationSettings } from './0002-notification-settings';
import { imports } from './0003-imports';
import { kept } from './0004-kept';
import { teams } from './0005-teams';
import { stoppedChannels } from './0006-stopped-channels';
import { context } from './0007-context';
import { purgedMails } from './0008-purged-mails';
import { hiddenMessages } from './0009-hidden-messages';
import { readMarks } from './0010-read-marks';
import { contactAddress } from './0011-contact-address';
import { viewSettings } from './0012-view-settings';

/** One step of the store's history: what a version looks like and how rows of the version before become its own. */
export interface Migration {
  version: number;
  /** Dexie's index syntax by table; `null` drops a table. */
  stores: Record<string, string | null>;
  upgrade?(transaction: Transaction): Promise<void>;
}

/** All of them, oldest first. Each is frozen and imports nothing of today's code, so an old profile always finds its way here (F11). */
export const migrations: readonly Migration[] = [
  first,
  notificationSettings,
  imports,
  kept,
  teams,
  stoppedChannels,
  context,
  purgedMails,
  hiddenMessages,
  readMarks,
  contactAddress,
  viewSettings,
];
