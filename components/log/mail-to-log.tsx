import { useText } from '../../utils/i18n/use-text';
import type { SplitText } from '../../utils/mail/split-quote';
import type { PageMail } from '../../utils/webmail/page-thread';

interface Props {
  mail: PageMail;
  /** Nothing until it is read. */
  text: SplitText | undefined;
  webmail: string;
  /** The page shows others of the thread folded. */
  folded: boolean;
}

const written = ({ name, address }: PageMail['from']) => (name ? `${name} <${address}>` : address);

/** The mail as it will stand in the inbox, and what of it will not. */
export function MailToLog({ mail, text, webmail, folded }: Props) {
  const { t, plural } = useText();
  const { shown, from, recipients, subject, attachments } = mail;
  const lines: [string, string][] = [
    [t('logFrom'), written(from)],
    [
      t('to'),
      recipients
        .filter(({ as }) => as === 'to' || as === undefined)
        .map(written)
        .join(', '),
    ],
    [
      t('cc'),
      recipients
        .filter(({ as }) => as === 'cc')
        .map(written)
        .join(', '),
    ],
    [t('logDate'), t('logDateIsNow', { date: shown.shownDate, webmail })],
    [t('logSubject'), subject ?? ''],
  ];
  return (
    <section className="border-t border-line px-4 py-3">
      <dl className="log-head">
        {lines
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <div key={label} className="contents">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <div className="log-words" dir="auto">
        {text?.text}
        {text?.text === '' && <span className="text-ink-3">{t('noText')}</span>}
      </div>
      <div className="mt-2 grid gap-1 text-xs text-ink-3">
        {attachments.length > 0 && <p>{plural('logFiles', attachments.length, { webmail, names: attachments.join(', ') })}</p>}
        {folded && <p>{t('logFolded', { webmail })}</p>}
        {shown.seenIn && <p>{t('logOpenAs', { webmail, account: shown.seenIn.account })}</p>}
        <p>{t('logWeaker', { webmail })}</p>
      </div>
    </section>
  );
}
