import { useState } from 'react';
import { signInMends } from '../../../domain/channel/sign-in-mends';
import { stoppedSince } from '../../../domain/channel/stopped-since';
import { sameJson } from '../../../domain/core/same-json';
import type { Channel } from '../../../domain/model/channel';
import type { Mailbox, MailboxProblem } from '../../../domain/model/mailbox';
import { useText } from '../../../utils/i18n/use-text';
import type { MailboxAnswer } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';
import { keptDraft } from '../use-kept-draft';
import { FailedWords } from './failed-words';
import { ImportProgress } from './import-progress';
import { ProblemWords } from './problem-words';
import { ProviderAgain } from './provider-again';
import { SignInAgain, signInPlace } from './sign-in-again';
import { TryNow } from './try-now';
import { type MailboxState, useMailboxState } from './use-mailbox-state';

/** What needs to be known of a mailbox now: how far its history is, what is wrong with it, and the way back in (CHN-2). */
export function MailboxStanding({ channel, mailbox, may }: { channel: Channel; mailbox: Mailbox; may: boolean }) {
  const { t } = useText();
  const { standing, sending } = mailbox;
  const state = useMailboxState(channel.id, { asked: may, follow: `${standing.state} ${standing.since} ${sending?.since}` });
  const { connection } = useWorkspace();
  const [signingIn, setSigningIn] = useState(() => !sameJson(keptDraft(signInPlace(connection.id, channel.id)), {}));
  const { known } = state;
  const waits = (known?.progress.waiting ?? 0) > 0;
  return (
    <section className="chn-standing" aria-label={t('chnStandingOf')}>
      {(standing.state === 'importing' || (standing.state === 'working' && waits)) && may && <ImportProgress state={known} />}
      {mailbox.archived === 'missing' && <p className="notice wait">{t('chnArchiveMissing')}</p>}
      {standing.state === 'failing' && (
        <>
          <ProblemWords problem={standing.problem} host={hostOf(standing.problem, known?.settings)} />
          <p className="help">{t('chnFetchedThen')}</p>
        </>
      )}
      {sending && (
        <>
          <ProblemWords problem={sending.problem} host={hostOf(sending.problem, known?.settings)} />
          <p className="help">{t('chnSentWaits')}</p>
        </>
      )}
      {standing.state === 'signed-out' && (
        <p className="notice wait">
          {t('chnSignedOutWhat')} {t('chnSentWaits')}
        </p>
      )}
      {may && <WayIn channel={channel} mailbox={mailbox} state={state} open={signingIn} onOpen={setSigningIn} />}
    </section>
  );
}

/** Of a server of its own; a provider's API has a name on screen, not a host. */
const hostOf = ({ server }: MailboxProblem, settings: MailboxAnswer['settings'] | undefined) =>
  server === 'imap' || server === 'smtp' ? settings?.[server].host : undefined;

interface WayInProps {
  channel: Channel;
  mailbox: Mailbox;
  state: MailboxState;
  open: boolean;
  onOpen(open: boolean): void;
}

function WayIn({ channel, mailbox, state, open, onOpen }: WayInProps) {
  const { t } = useText();
  const { provider, standing } = mailbox;
  const problems = [standing.state === 'failing' ? standing.problem : undefined, mailbox.sending?.problem];
  // Of a server that is away no password is to blame: nobody is asked for one.
  const again = standing.state === 'signed-out' || problems.some((problem) => problem && signInMends(problem.code));
  const stands = again || (!provider && stoppedSince(mailbox) !== undefined);
  if (open && provider) return <ProviderAgain channel={channel} provider={provider} onDone={() => onOpen(false)} />;
  if (open && state.known) return <SignInAgain channel={channel} settings={state.known.settings} onDone={() => onOpen(false)} />;
  const begin = () => {
    onOpen(true);
    state.again();
  };
  return (
    <>
      {!again && stoppedSince(mailbox) !== undefined && <TryNow channelId={channel.id} />}
      <button type="button" className={`btn mt-2 ${stands ? 'line' : 'text -ml-1.5'}`} onClick={begin}>
        {t(again || provider ? 'chnSignInAgain' : 'chnChangeServers')}
      </button>
      {open && state.failed && <FailedWords failed={state.failed} />}
    </>
  );
}
