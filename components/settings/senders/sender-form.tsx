import { type FormEvent, useId, useState } from 'react';
import type { SenderRule } from '../../../domain/model/contact';
import type { Id } from '../../../domain/model/ids';
import { useText } from '../../../utils/i18n/use-text';
import { newId } from '../../../utils/store/new-id';
import { usePerform } from '../../actions/use-perform';
import { TextField } from '../channel/text-field';
import { senderPattern } from './sender-pattern';
import { senderWords } from './sender-words';

/** A new rule about an address or a domain; of one that has a rule already the new one counts. */
export function SenderForm({ workspaceId }: { workspaceId: Id }) {
  const { t } = useText();
  const perform = usePerform();
  const name = useId();
  const [typed, setTyped] = useState('');
  const [kind, setKind] = useState<SenderRule['kind']>('allow');
  const [tried, setTried] = useState(false);
  const pattern = senderPattern(typed);
  const problem = tried && !pattern ? t('sndBad') : undefined;
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!pattern) return;
    const done = t('sndSaved', { pattern, kind: t(senderWords[kind][0]) });
    if (!(await perform('setSenderRule', { ruleId: newId(), workspaceId, kind, pattern }, done))) return;
    setTyped('');
    setTried(false);
  };
  return (
    <form className="max-w-100" onSubmit={(event) => void add(event)} noValidate>
      <TextField
        label={t('sndPattern')}
        value={typed}
        onChange={setTyped}
        inputMode="email"
        maxLength={320}
        help={t('sndPatternHelp')}
        problem={problem}
      />
      <fieldset className="mt-3">
        <legend className="label">{t('sndWhat')}</legend>
        {(Object.keys(senderWords) as SenderRule['kind'][]).map((each) => (
          <label key={each} className="pick">
            <input type="radio" name={name} checked={each === kind} onChange={() => setKind(each)} aria-describedby={`${name}-${each}`} />
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
