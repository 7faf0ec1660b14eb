import { useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import type { ThreadMessage } from '../../utils/store/read-messages';

/** A message's own words; the history it quotes stays folded until asked for (THR-12). */
export function PlainBody({ message, framed = false }: { message: ThreadMessage; framed?: boolean }) {
  const { t } = useText();
  const [quoted, setQuoted] = useState(false);
  return (
    <div className={framed ? 'body plain' : 'body'} dir="auto">
      {message.text.trim() || (message.attachments.length === 0 && !message.quotedText ? <span className="text-ink-3">{t('noText')}</span> : null)}
      {message.quotedText && (
        <>
          <button type="button" className="quotefold flex" aria-expanded={quoted} onClick={() => setQuoted(!quoted)}>
            {quoted ? t('hideQuoted') : t('showQuoted')}
          </button>
          {quoted && <div className="quoted mt-2">{message.quotedText}</div>}
        </>
      )}
      {framed && message.cut?.text && <p className="delivery">{t('cutText')}</p>}
    </div>
  );
}
