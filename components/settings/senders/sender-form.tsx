import { type FormEvent, useId, useState } from 'react';
import type { SenderRule } from '../../../domain/model/contact';
import type { Id } from '../../../domain/model/ids';
import { useText } from '../../../utils/i18n/use-text';
import { newId } from '../../../utils/store/new-id';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';
import { TextField } from '../channel/text-field';
import { useKeptDraft } from '../use-kept-draft';
import { senderPattern } from './sender-pattern';
import { senderWords } from './sender-words';

interface Fields {
  typed: string;
  kind: SenderRule['kind'];
}

/** A new rule about an address or a domain; of one that has a rule already the new one counts. */
export function SenderForm({ workspaceId }: { workspaceId: Id }) {
  const { t } = useText();
  const perform = usePerform();
  const name = useId();
  const { connection } = useWorkspace();
  const [draft, keep] = useKeptDraft<Fields>(`sender/${connection.id}`, (now) => (now.typed ?? '').trim() !== '');
  const { typed = '', kind = 'allow' } = draft;
  const [tried, setTried] = useState(false);
  const pattern = senderPattern(typed);
  const problem = tried && !pattern ? t('sndBad') : undefined;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!pattern) return;
    const done = t('sndSaved', { pattern, kind: t(senderWords[kind][0]) });
    if (!(await perform('setSenderRule', { ruleId: newId(), workspaceId, kind, pattern }, done))) return;
    keep(undefined);
    setTried(false);
  };
  return (
    <form className="max-w-100" onSubmit={(event) => void add(event)} noValidate>
      <TextField
        label={t('sndPattern')}
        value={typed}
        onChange={(to) => keep({ ...draft, typed: to })}
        inputMode="email"
        maxLength={320}
        help={t('sndPatternHelp')}
        problem={problem}
      />
      <fieldset className="mt-3">
        <legend className="label">{t('sndWhat')}</legend>
        {(Object.keys(senderWords) as SenderRule['kind'][]).map((each) => (
          <label key={each} className="pick">
            <input
              type="radio"
              name={name}
              checked={each === kind}
              onChange={() => keep({ ...draft, kind: each })}
              aria-describedby={`${name}-${each}`}
            />
            <span>
              {t(senderWords[each][0])}
              <span className="block text-xs text-ink-2" id={`${name}-${each}`}>
                {t(senderWords[each][1])}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit" className="btn fill mt-4">
        {t('sndAdd')}
      </button>
    </form>
  );
}
