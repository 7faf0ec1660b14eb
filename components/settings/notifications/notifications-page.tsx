import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useId, useState } from 'react';
import { type NotificationEvent, usualNotifications } from '../../../domain/model/notification-settings';
import type { MessageKey } from '../../../utils/i18n/messages';
import { useText } from '../../../utils/i18n/use-text';
import { usePerform } from '../../actions/use-perform';
import { useWorkspace } from '../../panel/workspace-context';
import { SectionHeading } from '../section-heading';
import { MailHelp } from './mail-help';
import { QuietHoursFields } from './quiet-hours-fields';
import { useNoticeMail } from './use-notice-mail';
import { WayField } from './way-field';

const events: readonly (readonly [NotificationEvent, MessageKey])[] = [
  ['mention', 'notifyEventMention'],
  ['assignment', 'notifyEventAssignment'],
  ['reply', 'notifyEventReply'],
  ['conversation', 'notifyEventConversation'],
];

/** What one is told of and when not (NTF-1): one's own, on every device. */
export function NotificationsPage() {
  const { t } = useText();
  const { db, me } = useWorkspace();
  const perform = usePerform();
  const kept = useLiveQuery(async () => (await db.notificationSettings.get(me)) ?? usualNotifications, [db, me]);
  // Shown at once; what is kept follows.
  const [chosen, setChosen] = useState(kept);
  const { mail, again } = useNoticeMail();
  const mailHelp = useId();
  useEffect(() => setChosen(kept), [kept]);
  if (!chosen) return null;
  const { ways, quiet } = chosen;
  const change = (to: Partial<typeof usualNotifications>) => {
    setChosen({ ways, quiet, ...to });
    void perform('setNotifications', { ways, quiet, ...to });
  };
  return (
    <>
      <SectionHeading title={t('notifySettings')}>{t('notifySettingsLead')}</SectionHeading>
      <div className="settings-body">
        <fieldset aria-describedby={mailHelp}>
          <legend className="label">{t('notifyWhen')}</legend>
          {events.map(([event, label]) => (
            <WayField
              key={event}
              label={t(label)}
              way={ways[event]}
              mails={mail === 'goes'}
              onChange={(way) => change({ ways: { ...ways, [event]: way } })}
            />
          ))}
          <MailHelp id={mailHelp} mail={mail} onAgain={() => void again()} />
        </fieldset>
        <QuietHoursFields quiet={quiet} onChange={(to) => change({ quiet: to })} />
      </div>
    </>
  );
}
