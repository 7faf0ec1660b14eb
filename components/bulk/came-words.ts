import type { RefusalCode } from '../../domain/core/refusal';
import type { PluralKey } from '../../utils/i18n/messages';
import type { Text } from '../../utils/i18n/text';
import { refusalWords } from '../actions/refusal-words';
import type { Came, Many } from './act-in-slices';

const did: Record<Many['act'], PluralKey> = {
  assignConversation: 'blkDidAssign',
  closeConversation: 'blkDidClose',
  reopenConversation: 'blkDidReopen',
  trashConversation: 'blkDidTrash',
  restoreConversation: 'blkDidRestore',
  markSpam: 'blkDidSpam',
  snoozeConversation: 'blkDidSnooze',
  undo: 'blkDidUndo',
};
/** Rows that need no word: they stand already as was asked. */
const same: readonly RefusalCode[] = ['already-closed', 'not-closed', 'not-in-trash'];

const whyOf = (code: RefusalCode): PluralKey => {
  if (code === 'bot-not-handed-over') return 'blkLeftBot';
  if (code === 'changed-since' || code === 'nothing-to-undo' || code === 'gone') return 'blkLeftChanged';
  return same.includes(code) ? 'blkLeftSame' : 'blkLeftOther';
};

/** One sentence for many: how many were done, which were not and why, and whether it was broken off. */
export function cameWords(text: Text, act: Many['act'], { done, left, halted }: Came): string {
  const counts = new Map<PluralKey, number>();
  for (const { refusal } of left) counts.set(whyOf(refusal.refused), (counts.get(whyOf(refusal.refused)) ?? 0) + 1);
  const [only] = left;
  const said = [
    text.plural(did[act], done),
    ...[...counts].map(([why, count]) => text.plural(why, count)),
    ...(halted === 'stopped' ? [text.t('blkStopped')] : []),
  ].join('; ');
  if (halted && halted !== 'stopped') return `${said}. ${refusalWords(text, halted)}`;
  // One reason for all of them, and nothing done: its own sentence says it best.
  return done === 0 && only && left.every(({ refusal }) => refusal.refused === only.refusal.refused) ? refusalWords(text, only.refusal) : said;
}
