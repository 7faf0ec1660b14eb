import type { MenuEntry } from '../ui/menu-entry';
import type { Action, ActionContext, Subject } from './action';
import { refusalWords } from './refusal-words';

/** Actions as menu lines: what is not offered is absent, what is refused stays with its reason. */
export function actionEntries(actions: readonly Action[], subject: Subject, context: ActionContext): MenuEntry[] {
  return actions.flatMap((action): MenuEntry[] => {
    const state = action.state(subject, context);
    if (state === 'absent') return [];
    return [
      {
        kind: 'item',
        id: action.name,
        label: context.text.t(action.label(subject)),
        icon: action.icon(subject),
        usualKey: action.keys?.[0],
        danger: action.danger,
        reason: state === 'ready' ? undefined : refusalWords(context.text, state),
        onSelect: () => action.perform(subject, context),
      },
    ];
  });
}
