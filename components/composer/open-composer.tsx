import { ChevronDown, Lock, Trash2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { wayOut } from '../../domain/channel/way-out';
import { isSendableAddress } from '../../domain/mail/is-sendable-address';
import type { DraftContent } from '../../domain/model/draft';
import type { Id } from '../../domain/model/ids';
import { nowDoing } from '../../utils/browser/keep-surface';
import { useText } from '../../utils/i18n/use-text';
import { newId } from '../../utils/store/new-id';
import type { ThreadMessage } from '../../utils/store/read-messages';
import type { Subject } from '../actions/action';
import { useKeys } from '../actions/keys-provider';
import { usePerform } from '../actions/use-perform';
import { whyNot } from '../panel/why-not';
import { useWorkspace } from '../panel/workspace-context';
import { StageMenu } from '../ticket/stage-menu';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import { KeyCap } from '../ui/key-cap';
import { useSay } from '../ui/live-region';
import { AttachmentTray } from './attachment-tray';
import type { ComposeMode } from './composer';
import { Grip } from './grip';
import { recipientDifference } from './recipient-difference';
import { RecipientsField } from './recipients-field';
import type { Recipients } from './reply-recipients';
import { replySubject } from './reply-subject';
import type { EditorText } from './rich-editor';
import { SendElsewhere } from './send-elsewhere';
import { useAttach } from './use-attach';
import { useDraft } from './use-draft';

const RichEditor = lazy(() => import('./rich-editor'));

interface Props {
  subject: Subject;
  messages: readonly ThreadMessage[];
  usual: Recipients;
  mode: ComposeMode;
  onMode(mode: ComposeMode | undefined): void;
  /** What was sent was taken back: its words are here again. */
  onTakenBack(): void;
}

/** The editor of a reply or a comment: recipients, text, files, and one filled button (RPL-1, RPL-3, RPL-7, RPL-8). */
export function OpenComposer({ subject, messages, usual, mode, onMode, onTakenBack }: Props) {
  const { t } = useText();
  const keys = useKeys();
  const { agents, members, channels, me, source } = useWorkspace();
  const perform = usePerform();
  const say = useSay();
  const { conversation } = subject;
  const [height, setHeight] = useState(mode === 'reply' ? 320 : 220);
  const [more, setMore] = useState(false);
  const [dropping, setDropping] = useState(false);
  const [busy, setBusy] = useState(false);
  const written = useRef<EditorText>(undefined);
  const primary = useRef<HTMLElement>(null);
  const blank = (): DraftContent => ({
    mode,
    to: mode === 'reply' ? usual.to : [],
    cc: mode === 'reply' ? usual.cc : [],
    bcc: [],
    html: '',
    attachments: [],
  });
  const { content, saved, generation, change, settle, end } = useDraft(conversation.id, mode, blank);
  const { coming, take } = useAttach(change);
  useEffect(() => () => nowDoing('reading'), []);
  if (!content) return <div className="composer" style={{ height }} aria-busy="true" />;

  const comment = mode === 'comment';
  const chosen = [...content.to, ...content.cc, ...content.bcc];
  const { added, leftOut } = recipientDifference(
    chosen.filter(({ address }) => isSendableAddress(address)),
    [...usual.to, ...usual.cc],
    conversation.participants,
  );
  const here = channels.filter(({ inboxId }) => inboxId === conversation.inboxId);
  const channel = wayOut(here, ({ id }) => id === conversation.channelId);
  const elsewhere = comment ? undefined : whyNot(source, 'send');
  const empty = content.html === '' && content.attachments.length === 0;
  const badly = chosen.filter(({ address }) => !isSendableAddress(address));
  const reason =
    coming.length > 0
      ? t('filesBeingKept')
      : empty
        ? t('nothingWritten')
        : comment
          ? undefined
          : !channel && !elsewhere
            ? t('refusal_no-mail-channel')
            : chosen.length === 0
              ? t('refusal_no-recipient')
              : badly.length > 0
                ? t('notAnAddress', { address: badly[0]?.address ?? '' })
                : undefined;
  const people = members
    .filter(({ inboxId, agentId }) => inboxId === conversation.inboxId && agentId !== me)
    .flatMap(({ agentId }) => agents.get(agentId) ?? [])
    .filter(({ active }) => active);
  const names = (list: readonly { name: string; address: string }[]) => list.map(({ name, address }) => name.split(' ')[0] || address).join(', ');

  const textIn = (html: string) => (written.current?.html === html ? written.current : textOf(html));
  const answered = messages.findLast((message) => message.kind === 'email' && message.rfcMessageId !== null);

  const send = async () => {
    if (reason || busy) {
      if (reason) say(reason, 'assertive');
      return;
    }
    if (elsewhere) return primary.current?.click();
    setBusy(true);
    const settled = await settle();
    if (!settled) return setBusy(false);
    const { draftId, content: words } = settled;
    const { html, attachments } = words;
    const text = textIn(html);
    const conversationId = conversation.id;
    const base = { messageId: newId(), conversationId, text: text.text, html, attachments, draftId };
    const takeBack = async (actId: Id) => {
      const args = { actId, conversationId, draft: { id: newId(), content: words } };
      const done = comment ? await perform('takeBackComment', args, t('commentTakenBack')) : await perform('cancelSend', args, t('replyTakenBack'));
      if (done) onTakenBack();
    };
    const { to, cc, bcc } = words;
    const reply = {
      ...base,
      channelId: channel?.id ?? '',
      to,
      cc,
      bcc,
      subject: replySubject(conversation.subject),
      inReplyTo: answered?.id ?? null,
    };
    const done = comment
      ? await perform('addComment', { ...base, mentions: text.mentions }, t('didComment'), takeBack)
      : await perform('sendReply', reply, t(navigator.onLine ? 'didReply' : 'didReplyOffline'), takeBack);
    setBusy(false);
    if (!done) return;
    await end(false);
    onMode(undefined);
  };

  return (
    <section
      className={`composer ${comment ? 'comment' : ''} ${dropping ? 'dropping' : ''}`}
      style={{ height: `min(${height}px, 80%)` }}
      aria-label={comment ? t('actionComment') : t('actionReply')}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={(event) => {
        setDropping(false);
        if (event.defaultPrevented || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        take([...event.dataTransfer.files]);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.stopPropagation();
          onMode(undefined);
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) void send();
      }}
    >
      <Grip height={height} onHeight={setHeight} />
      <div className="tabs pr-2">
        {!conversation.spam && (
          <button type="button" className={`tab ${comment ? '' : 'on'}`} aria-pressed={!comment} onClick={() => onMode('reply')}>
            {t('actionReply')}
          </button>
        )}
        <button type="button" className={`tab ${comment ? 'on' : ''}`} aria-pressed={comment} onClick={() => onMode('comment')}>
          <Icon of={Lock} size={14} />
          {t('actionComment')}
        </button>
        <span className="only-team">{comment ? t('onlyTeamSees') : ''}</span>
        <StageMenu subject={subject} place="reply" />
        <IconButton icon={ChevronDown} label={t('foldComposer')} onClick={() => onMode(undefined)} />
      </div>
      {!comment && (
        <div className="flex-none overflow-y-auto border-b border-line px-4 pt-1" style={{ maxHeight: '40%' }}>
          <div className="flex items-start">
            <div className="min-w-0 grow">
              <RecipientsField label={t('to')} value={content.to} added={added} onChange={(to) => change({ to })} />
            </div>
            {!more && content.bcc.length === 0 && (
              <button type="button" className="btn text xs mt-1" onClick={() => setMore(true)}>
                {content.cc.length === 0 ? t('ccBcc') : t('bcc')}
              </button>
            )}
          </div>
          {(more || content.cc.length > 0 || content.bcc.length > 0) && (
            <RecipientsField label={t('cc')} value={content.cc} added={added} onChange={(cc) => change({ cc })} />
          )}
          {(more || content.bcc.length > 0) && (
            <RecipientsField label={t('bcc')} value={content.bcc} added={added} onChange={(bcc) => change({ bcc })} />
          )}
          {(added.length > 0 || leftOut.length > 0) && (
            <p className="pb-1.5 text-xs" role="status">
              {added.length > 0 && <span className="text-wait">{t('recipientsAdded', { names: names(added) })} </span>}
              {leftOut.length > 0 && <span className="text-ink-2">{t('recipientsLeftOut', { names: names(leftOut) })}</span>}
            </p>
          )}
        </div>
      )}
      <Suspense fallback={<div className="edit" aria-busy="true" />}>
        <RichEditor
          key={generation}
          html={content.html}
          label={comment ? t('commentText') : t('replyText')}
          people={comment ? people : []}
          onChange={(text) => {
            written.current = text;
            nowDoing(mode);
            change({ html: text.html });
          }}
          onFiles={take}
          onSubmit={() => void send()}
          onLeave={() => onMode(undefined)}
        />
      </Suspense>
      <AttachmentTray
        attachments={content.attachments}
        coming={coming}
        onRemove={(gone) => change((now) => ({ attachments: now.attachments.filter(({ id }) => id !== gone.id) }))}
      />
      {elsewhere && <p className="flex-none px-4 text-xs text-ink-2">{t(elsewhere)}</p>}
      <div className="flex flex-none flex-wrap items-center gap-2 px-4 pt-1 pb-3">
        {elsewhere ? (
          <SendElsewhere
            content={content}
            text={textIn(content.html).text}
            subject={replySubject(conversation.subject)}
            answered={answered}
            reason={reason}
            primary={primary}
            onKeep={() => void settle()}
          />
        ) : (
          <button
            type="button"
            className="btn fill"
            aria-disabled={reason !== undefined || busy}
            aria-keyshortcuts={keys.aria('Mod+Enter')}
            title={reason}
            aria-describedby={reason ? 'send-reason' : undefined}
            onClick={() => void send()}
          >
            {busy ? t('sending') : comment ? t('addComment') : t('send')}
            {reason === undefined && <KeyCap usual="Mod+Enter" />}
          </button>
        )}
        {reason !== undefined && (
          <span id="send-reason" className="sr-only">
            {reason}
          </span>
        )}
        <span className={`min-w-0 grow wrap-anywhere text-xs ${comment ? 'text-note-ink' : 'text-ink-3'}`}>
          {coming.length > 0
            ? t('filesBeingKept')
            : !comment && !elsewhere && channel && channel.id !== conversation.channelId
              ? t('sentFrom', { address: channel.address })
              : ''}
        </span>
        <span className="flex-none text-xs text-ink-3">{empty ? '' : saved ? t('draftSaved') : t('draftSaving')}</span>
        <IconButton
          icon={Trash2}
          label={t('discardDraft')}
          onClick={() => {
            void end(true);
            onMode(undefined);
          }}
        />
      </div>
    </section>
  );
}

/** Text and mentions of a draft nobody has touched since it was restored. */
function textOf(html: string): EditorText {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  const mentions = [...body.querySelectorAll('[data-mention]')].flatMap((element) => element.getAttribute('data-mention') ?? []);
  for (const block of body.querySelectorAll('p, li, blockquote, br')) block.append('\n');
  return { html, text: (body.textContent ?? '').trim(), mentions: [...new Set(mentions)] };
}
