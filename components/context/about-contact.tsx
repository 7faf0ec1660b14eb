import { useLiveQuery } from 'dexie-react-hooks';
import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Contact } from '../../domain/model/contact';
import type { ContactProperty } from '../../domain/model/context-settings';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { usePerform } from '../actions/use-perform';
import { useWorkspace } from '../panel/workspace-context';
import { IconButton } from '../ui/icon-button';
import { useNow } from '../ui/use-now';
import { AddressText } from './address-text';
import { ChooseProperties } from './choose-properties';
import { OwnerValue } from './owner-value';
import { Section } from './section';
import { TextValue } from './text-value';
import type { ContextSettingsHere } from './use-context-settings';

const names: Record<ContactProperty, MessageKey> = {
  emails: 'channelEmail',
  phone: 'ctxPhone',
  company: 'ctxCompany',
  owner: 'owner',
  createdAt: 'ctxSince',
};
const all = Object.keys(names) as ContactProperty[];

/** What is known of the contact: the properties one has chosen, the same of everybody (CTX-3). `contact` is `undefined` until it is here. */
export function AboutContact({ contact, settings }: { contact: Contact | undefined; settings: ContextSettingsHere }) {
  const { t } = useText();
  const [choosing, setChoosing] = useState(false);
  const { contactProperties: chosen } = settings.choices;
  const end = <IconButton small icon={SlidersHorizontal} label={t('ctxChoose')} aria-expanded={choosing} onClick={() => setChoosing(!choosing)} />;
  return (
    <Section name="about" title={t('ctxAbout')} settings={settings} end={end}>
      {choosing && (
        <ChooseProperties
          all={all}
          chosen={chosen}
          label={(property) => t(names[property])}
          onChange={(contactProperties) => settings.change(() => ({ contactProperties }))}
          onDone={() => setChoosing(false)}
        />
      )}
      {chosen.length === 0 && !choosing && <p className="text-ink-2">{t('ctxNoneChosen')}</p>}
      <dl className="props">
        {chosen.map((property) => (
          <div key={property} className="contents">
            <dt>{t(names[property])}</dt>
            <dd>{contact ? <Value contact={contact} property={property} /> : <span className="skel w-24" />}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function Value({ contact, property }: { contact: Contact; property: ContactProperty }): ReactNode {
  const { t, date, fullDate } = useText();
  const { db, agents } = useWorkspace();
  const perform = usePerform();
  const now = useNow();
  const companyId = property === 'company' ? contact.companyId : null;
  const company = useLiveQuery(async () => (companyId === null ? undefined : await db.companies.get(companyId)), [db, companyId]);
  const contactId = contact.id;
  switch (property) {
    case 'emails':
      return contact.emails.length === 0 ? (
        <span className="text-ink-3">{t('ctxNone')}</span>
      ) : (
        <span>
          {contact.emails.map((email) => (
            <span key={email} className="block">
              <AddressText>{email}</AddressText>
            </span>
          ))}
        </span>
      );
    case 'phone':
      return (
        <TextValue
          label={t('ctxPhone')}
          type="tel"
          most={50}
          value={contact.phone ?? ''}
          onCommit={(phone) => void perform('updateContact', { contactId, phone })}
        />
      );
    case 'company':
      return company ? company.name : <span className="text-ink-3">{t('ctxNone')}</span>;
    case 'owner':
      return (
        <OwnerValue
          ownerId={contact.ownerId}
          people={[...agents.values()]}
          onChoose={(ownerId) => void perform('updateContact', { contactId, ownerId })}
        />
      );
    case 'createdAt':
      return <time title={fullDate(contact.createdAt)}>{date(contact.createdAt, now)}</time>;
    default:
      return property satisfies never;
  }
}
