import { Clock } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { newId } from '../../utils/store/new-id';
import { type TakeBackAct, takeBackOf } from '../../utils/store/take-back-of';
import { loadRules } from '../actions/load-rules';
import { refusalWords } from '../actions/refusal-words';
import { actInSlices, breathe, type Came, type Many } from '../bulk/act-in-slices';
import { cameWords } from '../bulk/came-words';
import { useNudge } from '../panel/use-nudge';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { useToasts } from '../ui/toasts';
import { changeWords } from './change-words';
import type { SyncView } from './use-sync-state';

const done = { undo: 'undone', cancelSend: 'replyTakenBack', takeBackComment: 'commentTakenBack' } as const;

/** One change that waits, and the way to take it back, or why there is none (X11, X26). */
export function WaitingLine({ change, onTakenBack }: { change: SyncView['waiting'][number]; onTakenBack(): void }) {
  const text = useText();
  const { t, time } = text;
  const { db } = useWorkspace();
  const toasts = useToasts();
  const nudge = useNudge();
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState(false);
  const act = takeBackOf(change, change.entry, newId());
  const { name, args } = change.takesBack ?? change;
  const what = changeWords(text, name, change.about, args);
  const why = refused ?? (act || change.takesBack ? undefined : t('takeBackElsewhere'));
  const takenBackWords = ({ name: by, args: of }: Exclude<TakeBackAct, { name: 'actOnMany' }>) =>
    t(by === 'cancelSend' && 'draft' in of && !of.draft ? 'sendAgainTakenBack' : done[by]);
  // What it had left as it was has no way back, and needs none.
  const manyBack = (came: Came) =>
    cameWords(text, 'undo', { ...came, left: came.left.filter(({ refusal }) => refusal.refused !== 'nothing-to-undo') });
  const takeBack = async () => {
    if (!act || busy) return;
    setBusy(true);
    const { mutate } = await loadRules();
    if (act.name === 'actOnMany') {
      const way = { act: (args: Many) => mutate(db, 'actOnMany', args), breathe, progress: () => undefined, isStopped: () => false };
      const came = await actInSlices(act.args, way);
      setBusy(false);
      if (came.done === 0) return setRefused(came.left[0]?.refusal.refused === 'changed-since' ? t('takeBackChanged') : manyBack(came));
      nudge();
      toasts.show({ words: manyBack(came) });
      if (came.halted) return;
    } else {
      // Name by name: through a union of them the compiler does not follow one to its arguments.
      const { refused: refusal } = await (act.name === 'undo' ? mutate(db, act.name, act.args) : mutate(db, act.name, act.args));
      setBusy(false);
      if (refusal) return setRefused(refusal.refused === 'changed-since' ? t('takeBackChanged') : refusalWords(text, refusal));
      nudge();
      toasts.show({ words: takenBackWords(act) });
    }
    onTakenBack();
  };
  return (
    <li className="flex min-h-7 items-center gap-2">
      <Icon of={Clock} size={14} className="text-ink-3" />
      <span className="min-w-0 grow">
        <span className="cut block" title={what}>
          {change.takesBack ? t('changeTakenBack', { what }) : what}
        </span>
        {why && (
          <span className="block text-xs text-ink-3" role={refused ? 'alert' : undefined}>
            {why}
          </span>
        )}
      </span>
      <span className="num text-xs text-ink-3">{time(change.claimedAt)}</span>
      {act && !refused && (
        <button type="button" className="btn line xs" aria-label={t('takeBackOf', { what })} aria-disabled={busy} onClick={() => void takeBack()}>
          {t('takeBack')}
        </button>
      )}
    </li>
  );
}
