import { useMemo } from 'react';
import type { Id } from '../../domain/model/ids';
import type { ArgsOf, MutationName } from '../../domain/mutations';
import { useText } from '../../utils/i18n/use-text';
import { useNudge } from '../panel/use-nudge';
import { useWorkspace } from '../panel/workspace-context';
import { type ShowToast, useToasts } from '../ui/toasts';
import { loadRules } from './load-rules';
import { refusalWords } from './refusal-words';

/**
 * Does an act; answers its uuid, or nothing when a rule refused it (a toast has said why). `done` is said with Undo where there is one; `takeBack`
 * is what Undo does where words must come back with it; `say` says it, where the act is part of what is under way already.
 */
export type Perform = <N extends MutationName>(
  name: N,
  args: ArgsOf<N>,
  done?: string,
  takeBack?: (actId: Id) => unknown,
  say?: ShowToast,
) => Promise<Id | undefined>;

/** One way for every act of a screen: rule and outbox entry in one transaction, then the worker is nudged, then Undo is offered. */
export function usePerform(): Perform {
  const { db } = useWorkspace();
  const toasts = useToasts();
  const text = useText();
  const nudge = useNudge();
  return useMemo(() => {
    const perform: Perform = async (name, args, done, takeBack, say) => {
      if (!say && done !== undefined) return toasts.during((later) => perform(name, args, done, takeBack, later));
      const { mutate, findMutation } = await loadRules();
      const answer = await mutate(db, name, args);
      if (answer.refused) {
        toasts.show({ words: refusalWords(text, answer.refused) });
        return undefined;
      }
      nudge();
      if (say && done !== undefined) {
        const undo = () => void perform('undo', { actId: answer.uuid }, text.t('undone'));
        // An act that deleted something for good has left nothing to take it back by.
        const kept = !takeBack && findMutation(name)?.undoable === true && (await db.undoEntries.get(answer.uuid));
        const offered = takeBack ? () => void takeBack(answer.uuid) : kept ? undo : undefined;
        say({ words: done, undo: offered });
      }
      return answer.uuid;
    };
    return perform;
  }, [db, toasts, text, nudge]);
}
