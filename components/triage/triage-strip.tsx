import type { Ref } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import { useKeys } from '../actions/keys-provider';
import { refusalWords } from '../actions/refusal-words';
import { useSubject } from '../panel/use-subject';
import { Icon } from '../ui/icon';
import { KeyCap } from '../ui/key-cap';
import { triageActions } from './triage-actions';
import type { TriageState } from './use-triage';

interface Props {
  ref: Ref<HTMLDivElement>;
  triage: TriageState;
  conversation: Conversation;
}

/** The acts of the row under the cursor, each with its key; what is refused stays and says why when pressed. */
export function TriageStrip({ ref, triage, conversation }: Props) {
  const text = useText();
  const { t } = text;
  const { aria } = useKeys();
  const known = useSubject(conversation.id);
  // Until its ticket is read the row alone tells: what is offered is drawn at once.
  const subject = known ?? { conversation, ticket: undefined, openSiblings: 0, liveSiblings: 0 };
  return (
    <div ref={ref} className="strip" role="toolbar" aria-label={t('triageStrip', { name: conversation.contactName })}>
      {triageActions.map(({ action, short }) => {
        const state = action.state(subject, triage.contextFor());
        if (state === 'absent') return null;
        const reason = state === 'ready' ? undefined : refusalWords(text, state);
        return (
          <button
            key={action.name}
            type="button"
            className="act"
            aria-keyshortcuts={action.keys?.[0] && aria(action.keys[0])}
            aria-disabled={reason ? true : undefined}
            title={reason ?? t(action.label(subject))}
            onClick={() => triage.act(action.name, conversation)}
          >
            <Icon of={action.icon(subject)} />
            {t(short)}
            {action.keys?.[0] && <KeyCap usual={action.keys[0]} />}
          </button>
        );
      })}
    </div>
  );
}
