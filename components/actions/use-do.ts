import type { Conversation } from '../../domain/model/conversation';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { readSubject } from '../panel/use-subject';
import { useWorkspace } from '../panel/workspace-context';
import { useToasts } from '../ui/toasts';
import type { Action, ActionContext } from './action';
import { actionForKey } from './action-for-key';
import { allActions } from './all-actions';
import { refusalWords } from './refusal-words';
import { type Perform, usePerform } from './use-perform';

/** Does to a conversation what a key or a button means, or says why not. It is read anew: what the screen shows may be a moment old. */
export function useDo(contextFor: (conversation: Conversation, perform: Perform) => ActionContext, actions: readonly Action[] = allActions) {
  const { db } = useWorkspace();
  const toasts = useToasts();
  const perform = usePerform();
  const text = useText();
  return (which: { name: string } | { key: string }, id: Id): Promise<void> =>
    toasts.during(async (say) => {
      const on = await readSubject(db, id);
      if (!on) return;
      const context = contextFor(on.conversation, (name, args, done, takeBack) => perform(name, args, done, takeBack, say));
      const action = 'name' in which ? actions.find(({ name }) => name === which.name) : actionForKey(which.key, on, context, actions);
      if (!action) return;
      const state = action.state(on, context);
      if (state === 'ready') await action.perform(on, context);
      else if (state !== 'absent') toasts.show({ words: refusalWords(text, state) });
    });
}
