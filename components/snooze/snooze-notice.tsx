import { AlarmClock } from 'lucide-react';
import type { ActionContext, Subject } from '../actions/action';
import { endSnooze } from '../actions/snooze-conversation';
import { rowFacts } from '../conversation-list/row-facts';
import { snoozeWords } from '../conversation-list/snooze-words';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';

/** Until when it is snoozed, by whom, and the way back (THR-15). */
export function SnoozeNotice({ subject, context }: { subject: Subject; context: ActionContext }) {
  const { agents, me } = useWorkspace();
  const { text, now } = context;
  if (endSnooze.state(subject, context) !== 'ready') return null;
  const { third } = rowFacts({ ...subject.conversation, deliveryProblem: null }, 'snoozed', now);
  return (
    <div className="px-4 pb-2.5">
      <div className="notice wait">
        <Icon of={AlarmClock} />
        <div>
          {snoozeWords(third, { text, me, agents, now })}
          <div className="mt-2">
            <button type="button" className="btn line" onClick={() => endSnooze.perform(subject, context)}>
              {text.t('snzEnd')}
            </button>
          </div>
        </div>
      </div>
    </div>
  );
}
