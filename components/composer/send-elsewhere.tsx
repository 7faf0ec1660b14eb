import { Mail } from 'lucide-react';
import type { RefObject } from 'react';
import { referencesTo } from '../../domain/mail/references-to';
import type { DraftContent } from '../../domain/model/draft';
import { useText } from '../../utils/i18n/use-text';
import { mailFile } from '../../utils/mail/mail-file';
import { type MailWords, mailLink } from '../../utils/mail/mail-link';
import { safeFileName } from '../../utils/mail/safe-file-name';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { useWorkspace } from '../panel/workspace-context';
import { authorName } from '../thread/author-name';
import { saveBlob } from '../thread/save-blob';
import { Icon } from '../ui/icon';
import { useToasts } from '../ui/toasts';

interface Props {
  content: DraftContent;
  /** What is written, as plain text. */
  text: string;
  subject: string;
  /** The mail it answers, where there is one. */
  answered: ThreadMessage | undefined;
  /** Why it cannot go yet. */
  reason: string | undefined;
  /** The one button or link that hands it on: Ctrl Enter presses it. */
  primary: RefObject<HTMLElement | null>;
  /** Keeps the words as a draft: they stay here whatever the other program does. */
  onKeep(): void;
}

/** Where nothing can be sent from here: the reply goes to the mail program, by a link or as a file it opens, and stays here as a draft (SUR-9). */
export function SendElsewhere({ content, text, subject, answered, reason, primary, onKeep }: Props) {
  const words = useText();
  const { t, fullDate } = words;
  const { db, agents } = useWorkspace();
  const toasts = useToasts();
  const quote = answered
    ? `${t('elsewhereQuote', { date: fullDate(answered.receivedAt), name: authorName(answered.author, agents, words) })}\n${quoted(answered.text)}`
    : '';
  const { to, cc, bcc, html, attachments } = content;
  const mail: MailWords = { to, cc, bcc, subject, text, quote };
  const link = attachments.length > 0 ? null : mailLink(mail);

  const save = async () => {
    if (reason) return;
    onKeep();
    const rows = await db.files.bulkGet(attachments.flatMap(({ hash }) => hash ?? []));
    const bytesOf = new Map(
      await Promise.all(rows.flatMap((row) => (row ? [row.blob.arrayBuffer().then((bytes) => [row.hash, bytes] as const)] : []))),
    );
    const files = attachments.flatMap(({ hash, ...attachment }) => {
      const bytes = hash === null ? undefined : bytesOf.get(hash);
      return bytes ? [{ ...attachment, bytes: new Uint8Array(bytes) }] : [];
    });
    const references = referencesTo(answered);
    const file = mailFile({ ...mail, html, files, references, inReplyTo: references.at(-1) ?? null }, `samtale-${crypto.randomUUID()}`);
    const name = `${safeFileName(subject, 'draft').replace(/[.:]+/g, '').slice(0, 60)}.eml`;
    saveBlob(new Blob([file]), name);
    toasts.show({ words: t('elsewhereSaved', { name }) });
  };
  const open = (
    <>
      <Icon of={Mail} size={14} />
      {t('elsewhereOpen')}
    </>
  );
  if (!reason && link)
    return (
      <>
        <a
          ref={primary as RefObject<HTMLAnchorElement | null>}
          className="btn fill no-underline"
          href={link}
          onClick={() => {
            onKeep();
            toasts.show({ words: t('elsewhereOpened') });
          }}
        >
          {open}
        </a>
        <button type="button" className="btn line" onClick={() => void save()}>
          {t('elsewhereFile')}
        </button>
      </>
    );
  return (
    <>
      <button
        ref={primary as RefObject<HTMLButtonElement | null>}
        type="button"
        className="btn fill"
        aria-disabled={reason !== undefined}
        title={reason}
        aria-describedby={reason ? 'send-reason' : undefined}
        onClick={() => void save()}
      >
        {reason ? open : t('elsewhereFile')}
      </button>
      {!reason && <span className="min-w-40 flex-1 text-xs text-ink-3">{t('elsewhereTooMuch')}</span>}
    </>
  );
}

const quoted = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`))
    .join('\n');
