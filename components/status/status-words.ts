import { CircleAlert, CloudCheck, CloudOff, CloudUpload, HardDrive, LogIn, type LucideIcon, RefreshCw } from 'lucide-react';
import type { Text } from '../../utils/i18n/text';
import { isAtWork } from '../../utils/import/is-at-work';
import type { SyncState } from '../../utils/store/read-sync';
import type { ImportRow } from '../../utils/store/stored-rows';
import { importState } from '../import/import-words';

export interface Status {
  tone: 'calm' | 'wait' | 'late';
  icon: LucideIcon;
  /** The whole of it. */
  words: string;
  /** What fits the line beside it; the whole is in the title and above, when opened. */
  short: string;
}

/**
 * Of a workspace that has no hub: nothing is on its way anywhere; what is being read in from files says how far it is, and what was broken off that
 * it can go on.
 */
export function hereStatus(imports: readonly ImportRow[], text: Text): Status {
  const { t } = text;
  const atWork = imports.filter(isAtWork);
  const running = atWork.find(({ state }) => state !== 'waiting') ?? atWork[0];
  if (running) return { tone: 'calm', icon: RefreshCw, words: `${running.name}: ${importState(running, text)}`, short: importState(running, text) };
  const [newest] = imports;
  if (newest && ['stopped', 'failed', 'disk-full'].includes(newest.state))
    return { tone: 'wait', icon: CircleAlert, words: `${newest.name}: ${importState(newest, text)}`, short: t('importBrokenOff') };
  return { tone: 'calm', icon: HardDrive, words: t('localStatus'), short: t('onThisComputer') };
}

/** The one line: the worst thing first, always in words (design 1.6), and in every state how many changes wait. */
export function statusWords(sync: SyncState, refused: number, online: boolean, text: Text): Status {
  const { t, plural } = text;
  const { short, ...status } = withRefused(placeOf(sync, online, text), refused, text);
  const line = { ...status, short: short ?? status.words };
  if (sync.waiting === 0) return line;
  const waiting = plural('waitingChanges', sync.waiting);
  if (line.words === waiting) return line;
  const add = (words: string) => t('statusWithWaiting', { status: words, waiting });
  return { ...line, words: line.words.endsWith('.') ? `${line.words} ${waiting}.` : add(line.words), short: add(line.short) };
}

type Place = Omit<Status, 'short'> & { short?: string; mendsItself: boolean };

/** Where this device stands with the hub. */
function placeOf(sync: SyncState, online: boolean, { t, plural, time, number }: Text): Place {
  const { phase, at, waiting, bootstrap } = sync;
  const late = { tone: 'late', mendsItself: false } as const;
  const calm = { tone: 'calm', mendsItself: true } as const;
  if (phase === 'signed-out') return { tone: 'wait', icon: LogIn, words: t('statusSignedOut'), short: t('statusSignedOutShort'), mendsItself: false };
  if (phase === 'hub-too-old') return { ...late, icon: CircleAlert, words: t('statusHubTooOld'), short: t('statusHubTooOldShort') };
  if (phase === 'extension-too-old') return { ...late, icon: CircleAlert, words: t('statusExtensionTooOld'), short: t('statusExtensionTooOldShort') };
  if (phase === 'disk-full') return { ...late, icon: HardDrive, words: t('statusDiskFull'), short: t('statusDiskFullShort') };
  if (phase === 'offline' || !online) {
    const words = phase === 'offline' && at > 0 ? t('statusOfflineSince', { time: time(at) }) : t('statusOffline');
    return { tone: 'wait', icon: CloudOff, words, ...(waiting > 0 && { short: t('statusOfflineShort') }), mendsItself: true };
  }
  if (sync.unknown) return { ...late, icon: CircleAlert, words: t('statusUnknown'), short: t('statusUnknownShort') };
  if (bootstrap) {
    const far = { done: number(bootstrap.done), total: number(bootstrap.total) };
    return { ...calm, icon: RefreshCw, words: t('statusFirstSync', far), ...(waiting > 0 && { short: t('statusFirstSyncShort', far) }) };
  }
  if (waiting > 0) return { ...calm, icon: CloudUpload, words: plural('waitingChanges', waiting) };
  if (phase === 'never') return { ...calm, icon: RefreshCw, words: t('statusConnecting') };
  return { ...calm, icon: CloudCheck, words: t('statusUpToDate', { time: time(at) }) };
}

/** What the hub refused needs a person, so it comes before everything that mends itself, and takes nothing of it away. */
function withRefused(place: Place, refused: number, { plural }: Text): Omit<Place, 'mendsItself'> {
  if (refused === 0 || !place.mendsItself) return place;
  const count = plural('notAppliedCount', refused);
  return { tone: 'late', icon: CircleAlert, words: place.tone === 'wait' ? `${count}. ${place.words}` : count, short: count };
}
