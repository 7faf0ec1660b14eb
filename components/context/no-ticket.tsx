import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import { newId } from '../../utils/store/new-id';
import { titleOf } from '../actions/title-of';
import { usePerform } from '../actions/use-perform';
import { Icon } from '../ui/icon';
import { LinkTicket } from './link-ticket';
import { ShortForm } from './short-form';

/** The two ways to a ticket: one of its own, called like the subject unless one says otherwise, or one there is (CTX-2, TKT-1). */
export function NoTicket({ conversation }: { conversation: Conversation }) {
  const text = useText();
  const { t } = text;
  const [doing, setDoing] = useState<'create' | 'link'>();
  const place = useRef<HTMLDivElement>(null);
  const { spam, trashed } = conversation;
  const leave = () => {
    setDoing(undefined);
    const button = doing === 'link' ? 1 : 0;
    requestAnimationFrame(() => place.current?.querySelectorAll('button')[button]?.focus());
  };
  if (doing === 'create') return <CreateTicket conversation={conversation} usual={titleOf(conversation, text).slice(0, 500)} onLeave={leave} />;
  if (doing === 'link')
    return (
      <>
        <LinkTicket conversation={conversation} onLeave={leave} />
        <button type="button" className="btn -ml-2.5" onClick={leave}>
          {t('chnCancel')}
        </button>
      </>
    );
  return (
    <>
      <p className="text-ink-2">{t('ctxNoTicket')}</p>
      {spam || trashed ? (
        <p className="text-xs text-ink-3">{t(trashed ? 'refusal_in-trash' : 'refusal_in-spam')}</p>
      ) : (
        <div ref={place} className="mt-2 flex flex-wrap gap-1">
          <button type="button" className="btn line" onClick={() => setDoing('create')}>
            <Icon of={Plus} />
            {t('ctxCreateTicket')}
          </button>
          <button type="button" className="btn" onClick={() => setDoing('link')}>
            {t('tktLink')}
          </button>
        </div>
      )}
    </>
  );
}

function CreateTicket({ conversation, usual, onLeave }: { conversation: Conversation; usual: string; onLeave(): void }) {
  const { t } = useText();
  const perform = usePerform();
  const [name, setName] = useState(usual);
  const create = () => {
    const called = name.trim();
    if (called)
      void perform('createTicket', { ticketId: newId(), conversationId: conversation.id, name: called }, t('ctxDidCreateTicket', { name: called }));
  };
  return (
    <ShortForm className="grid gap-2" done={t('ctxCreateTicket')} onDone={create} onLeave={onLeave}>
      <div className="field">
        {/* biome-ignore lint/a11y/noAutofocus: the person has just asked for this field */}
        <input autoFocus required aria-label={t('ctxTicketName')} maxLength={500} value={name} onChange={(event) => setName(event.target.value)} />
      </div>
    </ShortForm>
  );
}
