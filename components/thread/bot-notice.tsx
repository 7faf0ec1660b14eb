import { Bot } from 'lucide-react';
import { botHoldsOpen } from '../../domain/conversation/bot-holds-open';
import type { ActionContext, Subject } from '../actions/action';
import { assignToMe } from '../actions/assign-to-me';
import { refusalWords } from '../actions/refusal-words';
import { Icon } from '../ui/icon';

/** Why a bot's chat cannot be closed yet, until when, and the one way on (THR-9). */
export function BotNotice({ subject, context }: { subject: Subject; context: ActionContext }) {
  const { conversation } = subject;
  const held = conversation.status === 'open' ? botHoldsOpen(conversation, context.now) : undefined;
  if (!held) return null;
  return (
    <div className="px-4 pb-2.5">
      <div className="notice acc">
        <Icon of={Bot} />
        <div>
          {refusalWords(context.text, held)}
          {assignToMe.state(subject, context) === 'ready' && (
            <div className="mt-2">
              <button type="button" className="btn line" onClick={() => assignToMe.perform(subject, context)}>
                <Icon of={assignToMe.icon(subject)} />
                {context.text.t('takeOver')}
              </button>
            </div>
          )}
        </div>
      </div>
    </div>
  );
}
