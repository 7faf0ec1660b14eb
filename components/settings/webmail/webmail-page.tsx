import { Check, X } from 'lucide-react';
import type { MessageKey } from '../../../utils/i18n/messages';
import { useText } from '../../../utils/i18n/use-text';
import { webmailSites } from '../../../utils/webmail/webmail-hosts';
import { Icon } from '../../ui/icon';
import { SectionHeading } from '../section-heading';
import { SiteLine } from './site-line';

const does: readonly MessageKey[] = ['webmailPuts', 'webmailReads'];
const doesNot: readonly MessageKey[] = ['webmailNotRest', 'webmailNotSends'];

/** Samtale in Gmail and Outlook: what it does there, and on which of them it may (SUR-5, SUR-6, ALL-5). */
export function WebmailPage() {
  const { t } = useText();
  const points = [...does.map((key) => ({ key, icon: Check, tone: 'text-ok' })), ...doesNot.map((key) => ({ key, icon: X, tone: 'text-ink-3' }))];
  return (
    <>
      <SectionHeading title={t('webmailTitle')}>{t('webmailLead')}</SectionHeading>
      <div className="settings-body">
        <ul className="mb-5 grid gap-1.5">
          {points.map(({ key, icon, tone }) => (
            <li key={key} className="flex gap-2">
              <span className={`mt-0.5 flex-none ${tone}`}>
                <Icon of={icon} size={14} />
              </span>
              <span>{t(key)}</span>
            </li>
          ))}
        </ul>
        <section aria-labelledby="webmail-sites">
          <h2 id="webmail-sites">{t('webmailSites')}</h2>
          <ul className="settings-lines">
            {webmailSites.map((site) => (
              <SiteLine key={site.name} site={site} />
            ))}
          </ul>
          <p className="help">{t('webmailWithout')}</p>
        </section>
      </div>
    </>
  );
}
