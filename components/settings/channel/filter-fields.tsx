import { useText } from '../../../utils/i18n/use-text';
import { senderPatterns } from '../senders/sender-pattern';
import type { NewRule } from './new-rules';
import { TextField } from './text-field';

interface Props {
  /** As they are typed. */
  senders: Record<NewRule['kind'], string>;
  onChange(senders: Record<NewRule['kind'], string>): void;
  /** One has tried to go on: what is wrong is told now. */
  tried: boolean;
}

/** Whose mail is let in and whose is kept out from the first day (INB-2); one by one they stand under Senders. */
export function FilterFields({ senders, onChange, tried }: Props) {
  const { t } = useText();
  const allowed = senderPatterns(senders.allow).patterns;
  const problem = (kind: NewRule['kind']) => {
    const { patterns, bad } = senderPatterns(senders[kind]);
    if (bad !== undefined) return t('sndBadOne', { sender: bad });
    const both = kind === 'deny' && patterns.find((pattern) => allowed.includes(pattern));
    return both ? t('sndBoth', { sender: both }) : undefined;
  };
  return (
    <fieldset className="mt-6">
      <legend className="label">{t('sndFilters')}</legend>
      {(['allow', 'deny'] as const).map((kind) => (
        <TextField
          key={kind}
          className="mt-2"
          label={t(kind === 'allow' ? 'sndAllow' : 'sndDeny')}
          value={senders[kind]}
          onChange={(to) => onChange({ ...senders, [kind]: to })}
          problem={tried ? problem(kind) : undefined}
        />
      ))}
      <p className="help">{t('sndFiltersHelp')}</p>
    </fieldset>
  );
}
