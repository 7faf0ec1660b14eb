import type { Action, ActionContext, Subject } from './action';
import { allActions } from './all-actions';

/** The action a key means here: two may share a key (close and reopen) as long as only one of them is offered at a time. */
export function actionForKey(
  key: string,
  subject: Subject,
  context: Pick<ActionContext, 'me' | 'now'>,
  actions: readonly Action[] = allActions,
): Action | undefined {
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  return actions.find((action) => action.keys?.includes(pressed) && action.state(subject, context) !== 'absent');
}
