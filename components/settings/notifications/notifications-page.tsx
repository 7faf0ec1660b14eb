import { useId } from 'react';
import { type NotificationEvent, usualNotifications } from '../../../domain/model/notification-settings';
import type { MessageKey } from '../../../utils/i18n/messages';
import { useText } from '../../../utils/i18n/use-text';
import { whyNot } from '../../panel/why-not';
import { useWorkspace } from '../../panel/workspace-context';
import { SectionHeading } from '../section-heading';
import { MailHelp } from './mail-help';
import { QuietHoursFields } from './quiet-hours-fields';
import { useNoticeMail } from './use-notice-mail';
import { useOwnNotifications } from './use-own-notifications';
import { WayField } from './way-field';

const events: readonly (readonly [NotificationEvent, MessageKey])[] = [
  ['mention', 'notifyEventMention'],
  ['assignment', 'notifyEventAssignment'],
  ['reply', 'notifyEventReply'],
  ['back', 'notifyEventBack'],
  ['followed', 'notifyEventFollowed'],
  ['conversation', 'notifyEventConversation'],
];

/** What one is told of and when not (NTF-1): one's own, on every device. Shown as it is kept, and never a choice that is not: alone, what is back from snooze. */
export function NotificationsPage() {
  const { t } = useText();
  const { kept, change } = useOwnNotifications();
  const alone = whyNot(useWorkspace().source, 'notices');
  const { mail, again } = useNoticeMail(!alone);
  const mailHelp = useId();
  if (!kept) return null;
  const { ways, quiet } = kept;
  return (
    <>
      <SectionHeading title={t('notifySettings')}>{t('notifySettingsLead')}</SectionHeading>
      <div className="settings-body">
        <fieldset aria-describedby={mailHelp}>
          <legend className="label">{t('notifyWhen')}</legend>
          {events
            .filter(([event]) => !alone || event === 'back')
            .map(([event, label]) => (
              <WayField
                key={event}
                label={t(label)}
                way={ways[event] ?? usualNotifications.ways[event]}
                mails={!alone && mail === 'goes'}
                onChange={(way) => change((from) => ({ ways: { ...from.ways, [event]: way } }))}
              />
            ))}
          {alone ? (
            <p className="help" id={mailHelp}>
              {t(alone)}
            </p>
          ) : (
            <MailHelp id={mailHelp} mail={mail} onAgain={() => void again()} />
          )}
        </fieldset>
        <QuietHoursFields quiet={quiet} onChange={(to) => change((from) => ({ quiet: to(from.quiet) }))} />
      </div>
    </>
  );
}
