import type { Left } from '../../domain/core/define-mutation';
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
  markNotSpam: 'blkDidNotSpam',
  snoozeConversation: 'blkDidSnooze',
  tagConversation: 'blkDidTag',
  undo: 'blkDidUndo',
};
/** Rows that stand already as was asked. */
const same: Partial<Record<Many['act'], RefusalCode>> = {
  closeConversation: 'already-closed',
  reopenConversation: 'not-closed',
  trashConversation: 'in-trash',
  restoreConversation: 'not-in-trash',
  markSpam: 'in-spam',
  markNotSpam: 'not-in-spam',
};

/** What is said with the others; `undefined`: it has a sentence of its own. */
const whyOf = (act: Many['act'], code: RefusalCode): PluralKey | undefined => {
  if (code === same[act]) return 'blkLeftSame';
  if (code === 'bot-not-handed-over') return 'blkLeftBot';
  return code === 'changed-since' || code === 'nothing-to-undo' || code === 'gone' ? 'blkLeftChanged' : undefined;
};

/** A few sentences for many: how many were done, which were not and why, and whether it was broken off. */
export function cameWords(text: Text, act: Many['act'], { done, left, halted }: Came): string {
  const [only] = left;
  // One reason for all of them, and nothing done: its own sentence says it best.
  if (!halted && done === 0 && only && left.every(({ refusal }) => refusal.refused === only.refusal.refused)) return refusalWords(text, only.refusal);
  const counts = new Map<PluralKey, number>();
  const others = new Map<RefusalCode, Left['left']>();
  for (const row of left) {
    const code = row.refusal.refused;
    const why = whyOf(act, code);
    if (why) counts.set(why, (counts.get(why) ?? 0) + 1);
    else others.set(code, [...(others.get(code) ?? []), row]);
  }
  const said = [
    text.plural(did[act], done),
    ...[...counts].map(([why, count]) => text.plural(why, count)),
    ...(halted === 'stopped' ? [text.t('blkStopped')] : []),
  ].join('; ');
  const apart = [...others.values()].map((rows) => {
    const why = rows[0] ? refusalWords(text, rows[0].refusal) : '';
    return `${text.plural('blkLeftOther', rows.length)}: ${why}`;
  });
  const sentences = halted && halted !== 'stopped' ? [...apart, refusalWords(text, halted)] : apart;
  return sentences.length > 0 ? `${said}. ${sentences.join(' ')}` : said;
}
