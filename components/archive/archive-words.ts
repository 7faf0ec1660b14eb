import type { Manifest } from '../../utils/archive/archive-format';
import type { ArchiveProblem } from '../../utils/archive/archive-problem';
import type { MessageKey } from '../../utils/i18n/messages';
import type { Text } from '../../utils/i18n/text';

/** What is in an archive, in one line. */
export const holds = ({ counts }: Manifest, { plural }: Text): string =>
  [
    plural('settingsAccountRows', counts.conversations ?? 0),
    plural('archiveMails', counts.mails ?? 0),
    plural('archiveFiles', Math.max(0, counts.files ?? 0)),
  ].join(', ');

/** What of the workspace is on its hub only; empty where all of it is here. */
export function notHere({ notHere: { conversations, html, files, originals } }: Manifest, { plural }: Text): string {
  const parts = html + files + originals;
  return [
    ...(conversations > 0 ? [plural('archiveNotHereThreads', conversations)] : []),
    ...(parts > 0 ? [plural('archiveNotHereParts', parts)] : []),
  ].join(', ');
}

export const problemWords: Record<ArchiveProblem, MessageKey> = {
  'not-an-archive': 'archiveNotAnArchive',
  damaged: 'archiveDamaged',
  'too-new': 'archiveTooNew',
  'wrong-rows': 'archiveWrongRows',
  'too-large': 'archiveTooLarge',
  'disk-full': 'archiveTooLarge',
  'unreadable-file': 'archiveUnreadable',
  failed: 'archiveFailed',
};
