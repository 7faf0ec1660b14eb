import { type FormEvent, useEffect, useState } from 'react';
import { sameJson } from '../../../domain/core/same-json';
import type { Channel } from '../../../domain/model/channel';
import type { Id } from '../../../domain/model/ids';
import { useText } from '../../../utils/i18n/use-text';
import type { MailboxAnswer, MailboxTestAnswer, SetUpProblem } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';
import { useSay } from '../../ui/live-region';
import { useKeptDraft } from '../use-kept-draft';
import { askHub } from './ask-hub';
import { FailedWords } from './failed-words';
import { formOf, guessedForm, type KeptForm, type MailboxForm, settingsOf } from './mailbox-form';
import { SignInFields } from './sign-in-fields';
import { TestResult } from './test-result';

/** Where what is typed here is kept. */
export const signInPlace = (connectionId: string, channelId: Id) => `sign-in/${connectionId}/${channelId}`;

interface Props {
  channel: Channel;
  /** None where it was signed out: the hub has forgotten them. */
  settings: MailboxAnswer['settings'];
  onDone(): void;
}

/** Another password, or other servers, for a mailbox there is; kept only when both servers let us in. */
export function SignInAgain({ channel, settings, onDone }: Props) {
  const { t } = useText();
  const { connection } = useWorkspace();
  const say = useSay();
  const { id: channelId, inboxId } = channel;
  const address = channel.address ?? '';
  const [preset, setPreset] = useState<MailboxForm>();
  const [password, setPassword] = useState('');
  const stored = settings ? formOf(settings) : (preset ?? guessedForm(address));
  const [draft, keep] = useKeptDraft<KeptForm>(signInPlace(connection.id, channelId), (typed) => !sameJson({ ...stored, ...typed }, stored));
  const form = { ...stored, ...draft, password };
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [test, setTest] = useState<MailboxTestAnswer>();
  const [failed, setFailed] = useState<SetUpProblem>();
  const connectionId = connection.id;
  useEffect(() => {
    if (settings) return;
    void askHub({ type: 'mailbox-preset', connectionId, request: { inboxId, address } }).then((said) => {
      const found = 'answer' in said ? said.answer : null;
      if (found) setPreset(formOf(found.settings));
    });
  }, [settings, connectionId, inboxId, address]);
  /** What is as it was is not typed: servers that are found only now show. */
  const set = ({ user, imap, smtp, password: secret }: MailboxForm) => {
    setPassword(secret);
    const typed: Partial<KeptForm> = {
      ...(user !== stored.user && { user }),
      ...(!sameJson(imap, stored.imap) && { imap }),
      ...(!sameJson(smtp, stored.smtp) && { smtp }),
    };
    keep(sameJson(typed, {}) ? undefined : typed);
  };
  const end = () => {
    keep(undefined);
    onDone();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const meant = settingsOf(form);
    if (busy || !meant || form.password === '') return;
    setBusy(true);
    setTest(undefined);
    setFailed(undefined);
    const request = { settings: meant, password: form.password };
    const said = await askHub({ type: 'mailbox-sign-in', connectionId, channelId, request });
    setBusy(false);
    if ('failed' in said) return setFailed(said.failed);
    if (!said.answer.connected) return setTest(said.answer.test);
    say(t('chnSignedIn'));
    return end();
  };
  return (
    <form className="chn-again" onSubmit={(event) => void submit(event)} noValidate>
      <SignInFields form={form} open={settings === null} strict={tried} onChange={set} />
      {failed && <FailedWords failed={failed} />}
      {test && <TestResult test={test} hosts={{ imap: form.imap.host, smtp: form.smtp.host }} />}
      <div className="mt-4 flex flex-wrap gap-2">
        <button type="submit" className="btn line" aria-disabled={busy}>
          {busy ? t('chnTesting') : t('chnSignInSave')}
        </button>
        <button type="button" className="btn" onClick={end}>
          {t('chnCancel')}
        </button>
      </div>
    </form>
  );
}
