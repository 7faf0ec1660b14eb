import { UserRoundPlus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';
import { AttachContact } from './attach-contact';
import { CreateContactForm } from './create-contact-form';

/** A thread without a contact: why, and the two ways to one (CTX-1, CTX-6). */
export function NoContact({ conversation }: { conversation: Conversation }) {
  const { t } = useText();
  const [open, setOpen] = useState<'create' | 'attach'>();
  const create = useRef<HTMLButtonElement>(null);
  const attach = useRef<HTMLButtonElement>(null);
  const { contactDetached, contactAddress, contactName, spam, trashed } = conversation;
  const leave = () => {
    (open === 'create' ? create : attach).current?.focus();
    setOpen(undefined);
  };
  return (
    <>
      {contactAddress !== null && contactAddress !== contactName && <p className="text-ink-2">{contactAddress}</p>}
      <p className="mt-0.5 text-ink-3">{t(contactDetached ? 'ctxDetached' : 'ctxUnknown')}</p>
      {spam || trashed ? (
        <p className="mt-0.5 text-xs text-ink-3">{t(trashed ? 'refusal_in-trash' : 'refusal_in-spam')}</p>
      ) : (
        <div className="mt-2 flex flex-wrap gap-1">
          {!contactDetached && (
            <button
              ref={create}
              type="button"
              className="btn line"
              aria-expanded={open === 'create'}
              onClick={() => setOpen(open === 'create' ? undefined : 'create')}
            >
              <Icon of={UserRoundPlus} />
              {t('ctxCreate')}
            </button>
          )}
          <button
            ref={attach}
            type="button"
            className={contactDetached ? 'btn line' : 'btn'}
            aria-expanded={open === 'attach'}
            onClick={() => setOpen(open === 'attach' ? undefined : 'attach')}
          >
            {t(contactDetached ? 'ctxAttach' : 'ctxAttachTo')}
          </button>
        </div>
      )}
      {open === 'create' && <CreateContactForm conversation={conversation} onLeave={leave} />}
      {open === 'attach' && <AttachContact conversationId={conversation.id} attached={null} onLeave={leave} />}
    </>
  );
}
