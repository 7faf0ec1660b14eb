import { type FormEvent, useState } from 'react';
import type { Id } from '../../../domain/model/ids';
import { useText } from '../../../utils/i18n/use-text';
import type { FetchProblem } from '../../../utils/messaging/contract';
import { useWorkspace } from '../../panel/workspace-context';
import { useSay } from '../../ui/live-region';
import { SectionHeading } from '../section-heading';
import { FailedWords } from './failed-words';
import { TextField } from './text-field';
import { useMaySetUp } from './use-may-set-up';
import { useNewInbox } from './use-new-inbox';

/** A new inbox: its name, who is in it, and an address of the hub's at once (INB-2, INB-3). */
export function NewInboxPage() {
  const { t } = useText();
  const { may, who } = useMaySetUp();
  return (
    <>
      <SectionHeading title={t('chnNewInbox')}>{may && t('chnNewInboxLead')}</SectionHeading>
      {may ? (
        <NewInboxForm />
      ) : (
        <p className="settings-body">
          <span className="notice wait">{t('chnNewInboxNotYours', { names: who })}</span>
        </p>
      )}
    </>
  );
}

function NewInboxForm() {
  const { t, locale } = useText();
  const { agents, me } = useWorkspace();
  const say = useSay();
  const make = useNewInbox();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly Id[]>([me]);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<FetchProblem | 'address-taken'>();
  const people = [...agents.values()].filter(({ active }) => active).sort((a, b) => a.name.localeCompare(b.name, locale));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (busy || name.trim() === '') return;
    setBusy(true);
    const made = await make(name.trim(), chosen);
    setBusy(false);
    if ('failed' in made) return setFailed(made.failed);
    say(t('chnInboxCreated', { inbox: name.trim() }));
    return location.assign(`#/channel/${made.channelId}`);
  };
  return (
    <form className="settings-body" onSubmit={(event) => void submit(event)} noValidate>
      <TextField
        label={t('chnInboxName')}
        value={name}
        onChange={setName}
        problem={missing && name.trim() === '' ? t('chnInboxNameMissing') : undefined}
        maxLength={200}
      />
      <fieldset className="mt-4">
        <legend className="label">{t('chnInboxMembers')}</legend>
        {people.map(({ id, name: person }) => (
          <label key={id} className="pick">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              aria-disabled={id === me}
              onChange={(event) => id !== me && setChosen(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />
            <span className="wrap-anywhere">{id === me ? t('nameAndYou', { name: person }) : person}</span>
          </label>
        ))}
        <p className="help">{t('chnInboxMembersHelp')}</p>
      </fieldset>
      {failed && <FailedWords failed={failed} />}
      <button type="submit" className="btn fill lg mt-4" aria-disabled={busy}>
        {t(busy ? 'chnInboxCreating' : 'chnInboxCreate')}
      </button>
    </form>
  );
}
