import { useId } from 'react';
import type { MailServer } from '../../../domain/model/mailbox';
import type { MessageKey } from '../../../utils/i18n/messages';
import { useText } from '../../../utils/i18n/use-text';
import { type ServerForm, serverProblem } from './mailbox-form';
import { TextField } from './text-field';

interface Props {
  legend: string;
  server: ServerForm;
  /** Tell what is wrong; not before somebody has tried. */
  strict: boolean;
  onChange(server: ServerForm): void;
}

const securities: readonly MailServer['security'][] = ['tls', 'starttls', 'none'];

/** One of the two servers of a mailbox: name, port, encryption. */
export function ServerFields({ legend, server, strict, onChange }: Props) {
  const { t } = useText();
  const id = useId();
  const wrong = strict ? serverProblem(server) : undefined;
  return (
    <fieldset className="mt-3" aria-describedby={wrong ? `${id}-wrong` : undefined}>
      <legend className="label">{legend}</legend>
      <div className="chn-server">
        <TextField label={t('chnHost')} value={server.host} onChange={(host) => onChange({ ...server, host })} maxLength={255} />
        <TextField label={t('chnPort')} value={server.port} onChange={(port) => onChange({ ...server, port })} inputMode="numeric" maxLength={5} />
        <div>
          <label className="label" htmlFor={`${id}-security`}>
            {t('chnSecurity')}
          </label>
          <div className="field">
            <select
              id={`${id}-security`}
              value={server.security}
              onChange={(event) => onChange({ ...server, security: event.target.value as MailServer['security'] })}
            >
              {securities.map((security) => (
                <option key={security} value={security}>
                  {t(`chnSecurity_${security}` as MessageKey)}
                </option>
              ))}
            </select>
          </div>
        </div>
      </div>
      {wrong && (
        <p className="help text-late" id={`${id}-wrong`}>
          {t(wrong === 'in-the-clear' ? 'chnServerClear' : 'chnServerBad')}
        </p>
      )}
    </fieldset>
  );
}
