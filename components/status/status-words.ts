import { CircleAlert, CloudCheck, CloudOff, CloudUpload, HardDrive, LogIn, type LucideIcon, RefreshCw } from 'lucide-react';
import type { Text } from '../../utils/i18n/text';
import type { SyncState } from '../../utils/store/read-sync';

export interface Status {
  tone: 'calm' | 'wait' | 'late';
  icon: LucideIcon;
  /** The whole of it. */
  words: string;
  /** What fits the line beside it; the whole is in the title and above, when opened. */
  short: string;
}

/** The one line: the worst thing first, always in words (design 1.6). */
export function statusWords(sync: SyncState, refused: number, online: boolean, text: Text): Status {
  const status = whole(sync, refused, online, text);
  return { ...status, short: status.short ?? status.words };
}

function whole(sync: SyncState, refused: number, online: boolean, { t, plural, time, number }: Text): Omit<Status, 'short'> & { short?: string } {
  const { phase, at, waiting, bootstrap } = sync;
  const left = waiting > 0 ? ` ${plural('waitingChanges', waiting)}.` : '';
  if (phase === 'signed-out') return { tone: 'wait', icon: LogIn, words: t('statusSignedOut') + left, short: t('statusSignedOutShort') };
  if (phase === 'hub-too-old') return { tone: 'late', icon: CircleAlert, words: t('statusHubTooOld') };
  if (phase === 'extension-too-old') return { tone: 'late', icon: CircleAlert, words: t('statusExtensionTooOld') };
  if (phase === 'disk-full') return { tone: 'late', icon: HardDrive, words: t('statusDiskFull') };
  if (refused > 0) return { tone: 'late', icon: CircleAlert, words: plural('notAppliedCount', refused) };
  if (phase === 'offline' || !online) {
    const since = phase === 'offline' && at > 0 ? t('statusOfflineSince', { time: time(at) }) : t('statusOffline');
    const short = waiting > 0 ? t('statusOfflineWaiting', { waiting: plural('waitingChanges', waiting) }) : undefined;
    return { tone: 'wait', icon: CloudOff, words: since + left, ...(short && { short }) };
  }
  if (bootstrap)
    return { tone: 'calm', icon: RefreshCw, words: t('statusFirstSync', { done: number(bootstrap.done), total: number(bootstrap.total) }) };
  if (waiting > 0) return { tone: 'calm', icon: CloudUpload, words: plural('waitingChanges', waiting) };
  if (phase === 'never') return { tone: 'calm', icon: RefreshCw, words: t('statusConnecting') };
  return { tone: 'calm', icon: CloudCheck, words: t('statusUpToDate', { time: time(at) }) };
}
