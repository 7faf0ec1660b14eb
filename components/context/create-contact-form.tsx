import { useEffect, useId, useState } from 'react';
import type { Conversation } from '../../domain/model/conversation';
import { useText } from '../../utils/i18n/use-text';
import { newId } from '../../utils/store/new-id';
import { readThread } from '../../utils/store/read-thread';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';
import { ShortForm } from './short-form';

/** Makes a contact of whoever wrote in a chat or called, with what they said of themselves filled in (CTX-6). */
export function CreateContactForm({ conversation, onLeave }: { conversation: Conversation; onLeave(): void }) {
  const { t } = useText();
  const { db } = useWorkspace();
  const perform = usePerform();
  const { id: conversationId, channel, contactName, contactAddress } = conversation;
  const [name, setName] = useState(contactName);
  const [email, setEmail] = useState(contactAddress ?? '');
  const [phone, setPhone] = useState('');
  useEffect(() => {
    if (channel !== 'call') return;
    void readThread(db, conversationId).then(({ messages }) => {
      const number = messages.find(({ call }) => call)?.call?.number;
      if (number) setPhone((typed) => typed || number);
    });
  }, [db, channel, conversationId]);
  const create = () => {
    const args = { contactId: newId(), conversationId, name: name.trim(), email: email.trim() || null, phone: phone.trim() || null };
    if (args.name) void perform('createContact', args, t('ctxDidCreate', { name: args.name }));
  };
  return (
    <ShortForm className="mt-2 grid gap-2" done={t('ctxCreate')} onDone={create} onLeave={onLeave}>
      <Field label={t('ctxName')} value={name} onChange={setName} most={500} autoFocus required />
      <Field label={t('channelEmail')} value={email} onChange={setEmail} most={320} type="email" />
      <Field label={t('ctxPhone')} value={phone} onChange={setPhone} most={50} type="tel" />
    </ShortForm>
  );
}

interface FieldProps {
  label: string;
  value: string;
  most: number;
  type?: string;
  autoFocus?: boolean;
  required?: boolean;
  onChange(value: string): void;
}

function Field({ label, most, onChange, ...rest }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label className="text-xs text-ink-3" htmlFor={id}>
        {label}
      </label>
      <div className="field">
        <input id={id} maxLength={most} autoComplete="off" onChange={(event) => onChange(event.target.value)} {...rest} />
      </div>
    </div>
  );
}
