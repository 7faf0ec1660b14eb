import type { ReactNode } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import type { Subject } from '../actions/action';
import { useLater } from '../panel/use-later';

const loadBody = () => import('./context-body');

/** The context as a pane of the full page. */
export function ContextPane({ subject, edge, onOpen }: { subject: Subject; edge: ReactNode; onOpen(conversation: Conversation): void }) {
  const { t } = useText();
  const body = useLater(loadBody, true);
  return (
    <aside className="pane context-pane" id="pane-context" tabIndex={-1} aria-label={t('details')}>
      {edge}
      {body && <body.ContextBody subject={subject} onOpen={onOpen} />}
    </aside>
  );
}
