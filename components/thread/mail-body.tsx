import { useLiveQuery } from 'dexie-react-hooks';
import { ImageOff, Moon, Type } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { askBackground } from '../../utils/browser/ask-background';
import { useText } from '../../utils/i18n/use-text';
import { hostMismatch } from '../../utils/mail-view/host-mismatch';
import { sanitised } from '../../utils/mail-view/sanitised-cache';
import { noteUse } from '../../utils/store/copies';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { ConnectToHub } from '../onboarding/connect-to-hub';
import { whyNot } from '../panel/why-not';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import { LinkNotice } from './link-notice';
import { MailFrame } from './mail-frame';
import { PlainBody } from './plain-body';
import { useInlineImages } from './use-inline-images';

type Remote = 'held' | 'fetching' | 'failed' | ReadonlyMap<number, string>;
const nothing: ReadonlyMap<number, string> = new Map();
const openUrl = (url: string) => void window.open(url, '_blank', 'noopener,noreferrer');

/** A mail as sent: framed, on white, with its own bar. Its text is here at once, its HTML is fetched when it is looked at. */
export function MailBody({ message, author }: { message: ThreadMessage; author: string }) {
  const { t, plural } = useText();
  const { db, connection, source } = useWorkspace();
  const noRemote = whyNot(source, 'remoteImages');
  const html = useLiveQuery(async () => (await db.bodies.get(message.id))?.html ?? null, [db, message.id]);
  const [failed, setFailed] = useState(false);
  const [plain, setPlain] = useState(false);
  const [dark, setDark] = useState(false);
  const [whole, setWhole] = useState(false);
  const [remote, setRemote] = useState<Remote>('held');
  const [doubt, setDoubt] = useState<{ shown: string; real: string; url: string }>();

  useEffect(() => {
    if (html !== null || message.htmlSize === 0 || message.pending) return;
    askBackground({ type: 'fetch-bodies', connectionId: connection.id, conversationId: message.conversationId, messageIds: [message.id] })
      .then((answer) => setFailed('failed' in answer))
      .catch((error: unknown) => {
        console.warn('the HTML of a mail did not come', error);
        setFailed(true);
      });
  }, [html, connection.id, message.id, message.conversationId, message.htmlSize, message.pending]);

  useEffect(() => {
    if (html) void noteUse(db, message.id);
  }, [db, html, message.id]);

  const mail = useMemo(() => (html ? sanitised(html, { clip: !whole }) : undefined), [html, whole]);
  const inPlace = useInlineImages(message, mail?.contentIds ?? []);
  if (!mail)
    return (
      <div className="pl-[34px]">
        <PlainBody message={message} />
        {message.htmlSize > 0 && html === null && <p className="delivery">{failed ? t('mailAsTextOnly') : t('fetchingLayout')}</p>}
      </div>
    );

  const show = async () => {
    setRemote('fetching');
    try {
      const answer = await askBackground({
        type: 'fetch-images',
        connectionId: connection.id,
        messageId: message.id,
        urls: mail.remote.slice(0, 200),
      });
      if ('failed' in answer) setRemote('failed');
      else setRemote(new Map(mail.remote.flatMap((url, number) => (answer.images[url] ? [[number, answer.images[url]] as const] : []))));
    } catch (error) {
      console.warn('remote images did not come', error);
      setRemote('failed');
    }
  };
  const shownRemote = typeof remote === 'string' ? nothing : remote;
  const left = mail.remote.length - shownRemote.size;
  return (
    <div className="mail">
      <div className="mailbar">
        {mail.remote.length > 0 && left > 0 && <Icon of={ImageOff} size={14} className="text-ink-3" />}
        <span className="grow">
          {mail.remote.length === 0
            ? t('mailAsSent')
            : left === 0
              ? t('remoteShown')
              : plural(typeof remote === 'string' ? 'remoteHeldBack' : 'remoteMissing', left)}
          {noRemote && left > 0 && (
            <>
              {`. ${t(noRemote)} `}
              <ConnectToHub className="btn text xs -ml-1.5" />
            </>
          )}
        </span>
        {remote === 'fetching' && <span>{t('fetching')}</span>}
        {remote === 'failed' && <span className="text-late">{t('remoteFailed')}</span>}
        {mail.remote.length > 0 && (remote === 'held' || remote === 'failed') && !noRemote && (
          <button type="button" className="btn text xs" onClick={() => void show()}>
            {t('remoteShow')}
          </button>
        )}
        <IconButton icon={Type} small label={t('mailPlain')} aria-pressed={plain} onClick={() => setPlain(!plain)} />
        <IconButton icon={Moon} small label={t('mailDark')} aria-pressed={dark} onClick={() => setDark(!dark)} />
      </div>
      {doubt && (
        <LinkNotice
          shown={doubt.shown}
          real={doubt.real}
          onLeave={() => setDoubt(undefined)}
          onOpen={() => {
            openUrl(doubt.url);
            setDoubt(undefined);
          }}
        />
      )}
      {plain ? (
        <PlainBody message={message} framed />
      ) : (
        <MailFrame
          mail={mail}
          title={t('mailFrom', { name: author })}
          dark={dark}
          remote={shownRemote}
          inPlace={inPlace}
          onLink={({ words, url }) => {
            const mismatch = hostMismatch(words, url);
            if (mismatch) setDoubt({ ...mismatch, url });
            else openUrl(url);
          }}
        />
      )}
      {mail.clipped && !plain && (
        <button type="button" className="btn text w-full border-t border-line" onClick={() => setWhole(true)}>
          {t('mailShowAll')}
        </button>
      )}
    </div>
  );
}
