import { Check, CircleAlert, Clock, Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { refusalWords } from '../actions/refusal-words';
import { Icon } from '../ui/icon';
import { useSay } from '../ui/live-region';
import type { MadeLink } from './use-invite';
import { useLinkState } from './use-link-state';

/** The link, shown once, and what it is good for now: nothing before the hub has heard of it. */
export function InviteLink({ made, onAgain, onDone }: { made: MadeLink; onAgain(): void; onDone(): void }) {
  const text = useText();
  const { t } = text;
  const say = useSay();
  const state = useLinkState(made.uuid);
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(made.link);
      setCopied('yes');
    } catch (error) {
      console.warn('the clipboard was not to be had', error);
      field.current?.select();
      setCopied('failed');
    }
  };
  const refused = state?.is === 'refused';
  const words =
    state?.is === 'good' ? t('inviteGood') : state?.is === 'waiting' ? t('inviteWaits') : refused ? refusalWords(text, state.refusal) : '';
  const is = state?.is;
  useEffect(() => {
    if (is !== undefined) say(words);
  }, [is, words, say]);
  return (
    <div className="mt-2">
      <p className="text-ink-2 wrap-anywhere">
        {made.invitee.kind === 'agent' ? t('inviteLinkBack', { name: made.invitee.name }) : t('inviteLinkLead')}
      </p>
      <div className="mt-3 flex items-center gap-2">
        <div className="field grow">
          <input
            ref={field}
            value={made.link}
            readOnly
            aria-label={t('inviteLinkLabel')}
            spellCheck={false}
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
        <button type="button" className="btn fill" onClick={() => void copy()} aria-disabled={refused}>
          <Icon of={copied === 'yes' ? Check : Copy} size={14} />
          {copied === 'yes' ? t('inviteCopied') : t('inviteCopy')}
        </button>
      </div>
      <p className="sr-only" role="status">
        {copied === 'yes' ? t('inviteCopied') : ''}
      </p>
      {copied === 'failed' && <p className="help">{t('inviteCopyByHand')}</p>}
      {state && (
        <div className={`notice mt-3 ${refused ? 'late' : state.is === 'waiting' ? 'wait' : 'acc'}`}>
          <Icon of={refused ? CircleAlert : state.is === 'waiting' ? Clock : Check} />
          <span>{words}</span>
        </div>
      )}
      <p className="help mt-2">{t('inviteShownOnce')}</p>
      <div className="mt-4 flex flex-wrap gap-2">
        <button type="button" className="btn line lg" onClick={onDone}>
          {t('inviteDone')}
        </button>
        <button type="button" className="btn lg" onClick={onAgain}>
          {t('inviteAnother')}
        </button>
      </div>
    </div>
  );
}
