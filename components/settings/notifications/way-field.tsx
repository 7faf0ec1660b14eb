import { useId } from 'react';
import { NotificationWay } from '../../../domain/model/notification-settings';
import type { MessageKey } from '../../../utils/i18n/messages';
import { useText } from '../../../utils/i18n/use-text';

const words: Record<NotificationWay, MessageKey> = { browser: 'notifyWayBrowser', email: 'notifyWayEmail', none: 'notifyWayNone' };

interface Props {
  label: string;
  way: NotificationWay;
  /** The hub can mail one; what was chosen before it could not stays readable. */
  mails: boolean;
  onChange(way: NotificationWay): void;
}

/** How one is told of one kind of news (NTF-2). */
export function WayField({ label, way, mails, onChange }: Props) {
  const { t } = useText();
  const id = useId();
  return (
    <div className="mt-1 flex max-w-lg items-center justify-between gap-4">
      <label htmlFor={id} className="min-w-0 grow">
        {label}
      </label>
      <span className="field shrink-0">
        <select id={id} value={way} onChange={({ target }) => onChange(NotificationWay.parse(target.value))}>
          {NotificationWay.options.map((option) => (
            <option key={option} value={option} disabled={option === 'email' && !mails && way !== 'email'}>
              {t(words[option])}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}
