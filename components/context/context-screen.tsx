import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import type { Subject } from '../actions/action';
import { IconButton } from '../ui/icon-button';
import { ContextBody } from './context-body';

/** The context in one column: it covers the thread, and Esc leads back to it (SUR-2). */
export function ContextScreen({ subject, onBack, onOpen }: { subject: Subject; onBack(): void; onOpen(conversation: Conversation): void }) {
  const { t } = useText();
  const screen = useRef<HTMLElement>(null);
  useEffect(() => screen.current?.focus({ preventScroll: true }), []);
  const head = (
    <header className="bar top gap-0.5 px-1.5">
      <IconButton icon={ArrowLeft} label={t('ctxBack')} aria-keyshortcuts="Escape" onClick={onBack} />
      <h1 className="cut font-semibold">{t('ctxTitle')}</h1>
    </header>
  );
  return (
    <main ref={screen} className="context-screen" tabIndex={-1} aria-label={t('details')}>
      <ContextBody subject={subject} head={head} onOpen={onOpen} />
    </main>
  );
}
