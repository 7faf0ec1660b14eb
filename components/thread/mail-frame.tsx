import { useEffect, useRef, useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { captureFrame } from '../../utils/mail-view/capture-frame';
import { documentParts } from '../../utils/mail-view/document-parts';
import { fillImages } from '../../utils/mail-view/fill-images';
import { followHeight } from '../../utils/mail-view/follow-height';
import { mailDocument } from '../../utils/mail-view/mail-document';
import type { SanitisedMail } from '../../utils/mail-view/sanitise-mail';

interface Props {
  mail: SanitisedMail;
  title: string;
  dark: boolean;
  remote: ReadonlyMap<number, string>;
  inPlace: ReadonlyMap<number, string>;
  onLink(link: { words: string; url: string }): void;
}

/**
 * Second layer: a frame that may do nothing at all (`allow-same-origin` alone). We measure it, take its clicks and hand on its keys
 * from outside (X32).
 */
export function MailFrame({ mail, title, dark, remote, inPlace, onLink }: Props) {
  const { t, locale } = useText();
  const frame = useRef<HTMLIFrameElement>(null);
  const [loads, setLoads] = useState(0);
  const link = useRef(onLink);
  link.current = onLink;

  useEffect(() => {
    const at = frame.current;
    if (!at || loads === 0) return undefined;
    const end = new AbortController();
    captureFrame(at, { onLink: (pressed) => link.current(pressed) }, end.signal);
    followHeight(at, end.signal);
    return () => end.abort();
  }, [loads]);
  useEffect(() => {
    const parts = loads > 0 && frame.current?.contentDocument && documentParts(frame.current.contentDocument);
    if (!parts) return;
    parts.root.classList.toggle('dark', dark);
    for (const summary of parts.mail.querySelectorAll('details[data-quote] > summary')) summary.textContent = t('showQuoted');
  }, [loads, dark, t]);
  useEffect(() => {
    if (loads === 0 || !frame.current) return;
    fillImages(frame.current, 'remote', remote);
    fillImages(frame.current, 'cid', inPlace);
  }, [loads, remote, inPlace]);

  return (
    <iframe
      ref={frame}
      title={title}
      sandbox="allow-same-origin"
      referrerPolicy="no-referrer"
      srcDoc={mailDocument(mail, locale)}
      style={{ height: 60, background: dark ? '#111' : '#fff' }}
      onLoad={() => setLoads((n) => n + 1)}
    />
  );
}
