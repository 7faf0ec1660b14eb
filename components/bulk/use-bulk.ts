import { useText } from '../../utils/i18n/use-text';
import { backOfMany } from '../../utils/store/back-of-many';
import { loadRules } from '../actions/load-rules';
import type { Ticks } from '../conversation-list/use-ticks';
import { useNudge } from '../panel/use-nudge';
import { useWorkspace } from '../panel/workspace-context';
import { type ShowToast, useToasts } from '../ui/toasts';
import { actInSlices, breathe, type Many, slicesOf } from './act-in-slices';
import { cameWords } from './came-words';

/** Does an act to all of these, says how far it is, and at the end once what became of it, with one Undo for all (LIST-3). */
export function useBulk({ setRun }: Pick<Ticks, 'setRun'>): (many: Many) => Promise<void> {
  const { db } = useWorkspace();
  const text = useText();
  const toasts = useToasts();
  const nudge = useNudge();
  const run = (act: Many['act'], slices: readonly Many[]) => toasts.during((say) => runAndSay(act, slices, say));
  async function runAndSay(act: Many['act'], slices: readonly Many[], say: ShowToast) {
    const { mutate } = await loadRules();
    let isStopped = false;
    const stop = () => {
      isStopped = true;
    };
    const total = slices.reduce((sum, { ids }) => sum + ids.length, 0);
    const progress = (done: number) => setRun({ done, total, stop });
    progress(0);
    try {
      const came = await actInSlices(slices, { act: (args) => mutate(db, 'actOnMany', args), breathe, progress, isStopped: () => isStopped });
      const undo = act !== 'undo' && came.done > 0 ? () => void run('undo', backOfMany(came.acts)) : undefined;
      say({ words: cameWords(text, act, came), undo });
    } finally {
      setRun(undefined);
      nudge();
    }
  }
  return (many) => run(many.act, slicesOf(many));
}
