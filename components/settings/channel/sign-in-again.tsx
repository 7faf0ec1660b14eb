import { type FormEvent, useState } from 'react';
import type { Id } from '../../../domain/model/ids';
import { useText } from '../../../utils/i18n/use-text';
import type { FetchProblem, MailboxAnswer, MailboxTestAnswer } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';
import { useSay } from '../../ui/live-region';
import { askHub } from './ask-hub';
import { FailedWords } from './failed-words';
import { formOf, guessedForm, settingsOf } from './mailbox-form';
import { SignInFields } from './sign-in-fields';
import { TestResult } from './test-result';

interface Props {
  channelId: Id;
  address: string;
  settings: MailboxAnswer['settings'];
  onDone(): void;
}

/** Another password, or other servers, for a mailbox there is; kept only when both servers let us in. */
export function SignInAgain({ channelId, address, settings, onDone }: Props) {
  const { t } = useText();
  const { connection } = useWorkspace();
  const say = useSay();
  const [form, setForm] = useState(() => (settings ? formOf(settings) : guessedForm(address)));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [test, setTest] = useState<MailboxTestAnswer>();
  const [failed, setFailed] = useState<FetchProblem | 'address-taken'>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const meant = settingsOf(form);
    if (busy || !meant || form.password === '') return;
    setBusy(true);
    setTest(undefined);
    setFailed(undefined);
    const request = { settings: meant, password: form.password };
    const said = await askHub({ type: 'mailbox-sign-in', connectionId: connection.id, channelId, request });
    setBusy(false);
    if ('failed' in said) return setFailed(said.failed);
    if (!said.answer.connected) return setTest(said.answer.test);
    say(t('chnSignedIn'));
    return onDone();
  };
  return (
    <form className="chn-again" onSubmit={(event) => void submit(event)} noValidate>
      <SignInFields form={form} open={settings === null} strict={tried} onChange={setForm} />
      {failed && <FailedWords failed={failed} />}
      {test && <TestResult test={test} hosts={{ imap: form.imap.host, smtp: form.smtp.host }} />}
      <div className="mt-4 flex flex-wrap gap-2">
        <button type="submit" className="btn line" aria-disabled={busy}>
          {busy ? t('chnTesting') : t('chnSignInSave')}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t('chnCancel')}
        </button>
      </div>
    </form>
  );
}
