import { type FormEvent, useId, useState } from 'react';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { mailChannel } from '../../utils/sources/local/set-up-local-workspace';
import { mutate } from '../../utils/store/mutate';
import { refusalWords } from '../actions/refusal-words';
import { ownAddresses } from '../onboarding/own-addresses';
import { useWorkspace } from '../panel/workspace-context';

/** Which addresses are one's own: mail from them is an answer. More can be named at any time; it counts for what comes in from then on. */
export function OwnAddresses({ inboxId }: { inboxId: Id }) {
  const text = useText();
  const { t, locale } = text;
  const { db, connection, channels } = useWorkspace();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState('');
  const own = channels.flatMap((channel) => (channel.inboxId === inboxId ? (channel.address ?? []) : []));
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const { addresses, wrong } = ownAddresses(typed);
    if (wrong !== undefined) return setProblem(t('notAnAddress', { address: wrong }));
    for (const address of addresses.filter((one) => !own.includes(one))) {
      const answer = await mutate(db, 'createChannel', mailChannel({ inboxId, address, name: address, companyName: connection.agentName }));
      if (answer.refused) return setProblem(refusalWords(text, answer.refused));
    }
    setProblem('');
    return setTyped('');
  };
  return (
    <form className="mt-3" onSubmit={(event) => void add(event)} noValidate>
      <label className="label wrap-anywhere" htmlFor={`${id}-more`}>
        {own.length > 0 ? t('importOwn', { addresses: new Intl.ListFormat(locale).format(own) }) : t('importOwnNone')}
      </label>
      <div className="flex gap-2">
        <div className="field h-9 grow">
          <input
            id={`${id}-more`}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder={t('importOwnMore')}
            inputMode="email"
            autoComplete="email"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={2000}
            aria-invalid={problem !== ''}
            aria-describedby={problem ? `${id}-problem` : undefined}
          />
        </div>
        <button type="submit" className="btn line lg">
          {t('importOwnAdd')}
        </button>
      </div>
      {problem && (
        <p className="notice late mt-2" role="alert" id={`${id}-problem`}>
          {problem}
        </p>
      )}
    </form>
  );
}
