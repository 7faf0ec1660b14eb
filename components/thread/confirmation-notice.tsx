import { MailCheck } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import type { Confirmation } from '../../utils/mail/confirmation-of';
import { CopyField } from '../ui/copy-field';
import { Icon } from '../ui/icon';

/** A provider asks whether mail may be forwarded here: its code to copy, or its link with the host it leads to (CHN-2). */
export function ConfirmationNotice({ confirmation: { provider, code, link } }: { confirmation: Confirmation }) {
  const { t } = useText();
  return (
    <div className="notice acc mt-2">
      <Icon of={MailCheck} />
      <div className="min-w-0 grow">
        <b>{t('chnConfirmTitle', { provider })}</b>
        {code && (
          <>
            <p className="mt-1 mb-1">{t('chnConfirmCodeHow')}</p>
            <CopyField label={t('chnConfirmCode', { code })} value={code} />
          </>
        )}
        {link && (
          <p className="mt-2">
            <a href={link.url} target="_blank" rel="noopener noreferrer">
              {t('chnConfirmLink', { host: link.host })}
            </a>
          </p>
        )}
        <p className="mt-1 text-xs text-ink-2">{t('chnConfirmOnlyIf')}</p>
      </div>
    </div>
  );
}
