import { FileDown, Forward, Lock, PhoneIncoming, PhoneMissed, Voicemail } from 'lucide-react';
import type { CallRecord } from '../../domain/model/message';
import type { MessageKey } from '../../utils/i18n/messages';
import type { Text } from '../../utils/i18n/text';
import { useText } from '../../utils/i18n/use-text';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { minutes } from '../ui/minutes';
import { addressees } from './addressees';
import { AttachmentLine } from './attachment-line';
import { AuthorMark } from './author-mark';
import { authorName } from './author-name';
import { CommentBody } from './comment-body';
import { confirmationIn } from './confirmation-in';
import { ConfirmationNotice } from './confirmation-notice';
import { CutNotice } from './cut-notice';
import { DeliveryLine } from './delivery-line';
import { EntryTime } from './entry-time';
import { EventLine } from './event-line';
import { fieldsOf } from './fields-of';
import { HiddenEntry } from './hidden-entry';
import { MailBody } from './mail-body';
import { MessageMenu } from './message-menu';
import { PlainBody } from './plain-body';
import { type Original, useOriginal } from './use-original';

/** One entry of a thread in full, whatever it is (THR-1). */
export function Entry({ message, landed = false }: { message: ThreadMessage; landed?: boolean }) {
  const text = useText();
  const { agents } = useWorkspace();
  const original = useOriginal(message);
  if (message.kind === 'event') return <EventLine message={message} />;
  if (message.hidden) return <HiddenEntry message={message} landed={landed} />;
  const author = authorName(message.author, agents, text);
  const to = addressees(message, text);
  const comment = message.kind === 'comment';
  const confirmation = confirmationIn(message);
  const files = message.attachments.filter((attachment) => !attachment.inline || attachment.hash === null);
  return (
    <article
      id={`message-${message.id}`}
      className={`msg ${comment ? 'note' : ''} ${landed ? 'landed' : ''}`}
      aria-label={entryName(message, author, text)}
      tabIndex={-1}
    >
      <AuthorMark author={message.author} />
      <div className="min-w-0">
        <div className="h">
          <span className="nm cut">{author}</span>
          {comment && (
            <span className="flex items-center gap-1 self-center text-xs text-ink-2">
              <Icon of={Lock} size={12} />
              {text.t('internal')}
            </span>
          )}
          {message.automatic && <span className="chip">{text.t(message.automatic === 'bounce' ? 'bounce' : 'autoReply')}</span>}
          <EntryTime at={message.receivedAt} claimedAt={message.claimedAt} />
          <MessageMenu messages={[message]} onOriginal={message.rawHash ? original.save : undefined} />
        </div>
        {to && <div className="to wrap-anywhere">{to}</div>}
        {message.forwardedBy && (
          <div className="to flex items-center gap-1">
            <Icon of={Forward} size={12} />
            {text.t('forwardedBy', { who: message.forwardedBy.name || message.forwardedBy.address })}
          </div>
        )}
        {message.kind !== 'email' && <OwnWords message={message} />}
      </div>
      <div className="full">
        {confirmation && <ConfirmationNotice confirmation={confirmation} />}
        {message.kind === 'email' && (message.unreadable ? <Unreadable original={original} /> : <MailBody message={message} author={author} />)}
        <CutNotice message={message} onOriginal={original.save} />
        <OriginalState state={original.state} />
        {files.length > 0 && (
          <ul className="mt-2" aria-label={text.plural('attachments', files.length)}>
            {files.map((attachment) => (
              <AttachmentLine key={attachment.id} attachment={attachment} messageId={message.id} />
            ))}
          </ul>
        )}
        <DeliveryLine message={message} />
      </div>
    </article>
  );
}

/** Author, direction, time: the name of an entry for screen readers (design 7). */
function entryName({ kind, direction, receivedAt }: ThreadMessage, name: string, { t, fullDate }: Text) {
  const time = fullDate(receivedAt);
  if (kind === 'comment') return t('commentBy', { name, time });
  return t(direction === 'out' ? 'messageOut' : 'messageIn', { name, time });
}

function OwnWords({ message }: { message: ThreadMessage }) {
  if (message.kind === 'comment') return <CommentBody message={message} />;
  if (message.call) return <CallWords call={message.call} text={message.text} />;
  const fields = message.kind === 'form' ? fieldsOf(message.text) : undefined;
  if (!fields) return <PlainBody message={message} />;
  return (
    <dl className="fields">
      {fields.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt>{label}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const calls: Record<CallRecord['outcome'], [MessageKey, typeof PhoneMissed]> = {
  answered: ['callAnswered', PhoneIncoming],
  missed: ['callMissed', PhoneMissed],
  voicemail: ['callVoicemail', Voicemail],
};

function CallWords({ call, text }: { call: CallRecord; text: string }) {
  const { t } = useText();
  const [words, icon] = calls[call.outcome];
  return (
    <div className="body">
      <span className="flex items-center gap-2">
        <Icon of={icon} className={call.outcome === 'missed' ? 'text-late' : 'text-ink-3'} />
        {t(words, { duration: minutes(call.durationSeconds) })} <span className="num text-ink-3">{call.number}</span>
      </span>
      {text.trim() !== '' && text.trim() !== call.number && <p className="mt-2">{text}</p>}
    </div>
  );
}

function Unreadable({ original }: { original: Original }) {
  const { t } = useText();
  return (
    <div className="notice wait mt-2">
      <Icon of={FileDown} />
      <div>
        <b>{t('unreadable')}</b>
        <p className="text-ink-2">{t('unreadableKept')}</p>
        <button type="button" className="btn line mt-2" onClick={original.save}>
          {t('downloadEml')}
        </button>
      </div>
    </div>
  );
}

function OriginalState({ state }: { state: Original['state'] }) {
  const { t } = useText();
  if (state === 'absent') return null;
  return (
    <p className={state === 'failed' ? 'delivery text-late' : 'delivery'} role="status">
      {t(state === 'failed' ? 'fileNotHere' : 'fetching')}
    </p>
  );
}
