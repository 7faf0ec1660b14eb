import { ChevronDown } from 'lucide-react';
import type { Action, ActionContext, Subject } from '../actions/action';
import { actionEntries } from '../actions/action-entries';
import { closeConversation } from '../actions/close-conversation';
import { closeTicket } from '../actions/close-ticket';
import { useKeys } from '../actions/keys-provider';
import { alwaysAllowSender, markNotSpam } from '../actions/mark-not-spam';
import { refusalWords } from '../actions/refusal-words';
import { reopenConversation } from '../actions/reopen-conversation';
import { restoreConversation } from '../actions/restore-conversation';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu-button';
import { closeLabel } from './close-label';

/** First that is offered is the button; what else belongs to it stands in its menu (D1: the primary one closes the ticket and names the number). */
const primary: readonly Action[] = [restoreConversation, markNotSpam, closeTicket, closeConversation, reopenConversation];

export function CloseButton({ subject, context }: { subject: Subject; context: ActionContext }) {
  const keys = useKeys();
  const main = primary.find((action) => action.state(subject, context) !== 'absent');
  if (!main) return null;
  const state = main.state(subject, context);
  const reason = typeof state === 'string' ? undefined : refusalWords(context.text, state);
  const others = [closeConversation, alwaysAllowSender].filter((action) => action !== main);
  const entries = actionEntries(others, subject, context);
  const usual = main.keys?.[0];
  const label = closeLabel(main, subject, context.text, usual && keys.cap(usual));
  return (
    <span className="split ml-1">
      <button
        type="button"
        className="btn line"
        aria-disabled={reason !== undefined}
        aria-keyshortcuts={usual && keys.aria(usual)}
        aria-describedby={reason ? 'close-reason' : undefined}
        title={reason ?? label.long}
        onClick={() => reason === undefined && main.perform(subject, context)}
      >
        <Icon of={main.icon(subject)} />
        <span className="cut">{label.short}</span>
        <span className="sr-only">{label.rest}</span>
      </button>
      {reason && (
        <span id="close-reason" className="sr-only">
          {reason}
        </span>
      )}
      {entries.length > 0 && (
        <span>
          <MenuButton label={context.text.t('moreWaysToClose')} nameButton className="btn line" align="end" entries={entries}>
            <Icon of={ChevronDown} size={14} />
          </MenuButton>
        </span>
      )}
    </span>
  );
}
