import { partOf } from '../../domain/bulk/part-of';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { loadRules } from '../actions/load-rules';
import type { Ticks } from '../conversation-list/use-ticks';
import { useNudge } from '../panel/use-nudge';
import { useWorkspace } from '../panel/workspace-context';
import { useToasts } from '../ui/toasts';
import { actInSlices, type Came, type Many } from './act-in-slices';
import { cameWords } from './came-words';

/** As one thing is taken back: the last first. */
const backOf = ({ acts }: Came): Id[] => acts.flatMap(({ actId, ids }) => ids.map((id) => partOf(actId, id))).reverse();
/** A task of its own: what was pressed or arrived meanwhile comes first. */
const breathe = () => new Promise((resolve) => setTimeout(resolve));

/** Does an act to all of these, says how far it is, and at the end once what became of it, with one Undo for all (LIST-3). */
export function useBulk({ setRun }: Pick<Ticks, 'setRun'>): (many: Many) => Promise<void> {
  const { db } = useWorkspace();
  const text = useText();
  const toasts = useToasts();
  const nudge = useNudge();
  return async function bulk(many) {
    const { mutate } = await loadRules();
    let isStopped = false;
    const stop = () => {
      isStopped = true;
    };
    const progress = (done: number) => setRun({ done, total: many.ids.length, stop });
    progress(0);
    try {
      const came = await actInSlices(many, { act: (args) => mutate(db, 'actOnMany', args), breathe, progress, isStopped: () => isStopped });
      const undo = many.act !== 'undo' && came.done > 0 ? () => void bulk({ act: 'undo', ids: backOf(came) }) : undefined;
      toasts.show({ words: cameWords(text, many.act, came), undo });
    } finally {
      setRun(undefined);
      nudge();
    }
  };
}
