import { useLiveQuery } from 'dexie-react-hooks';
import { useId, useRef } from 'react';
import { type NotificationEvent, type NotificationSettings, usualNotifications } from '../../../domain/model/notification-settings';
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

type Chosen = Pick<NotificationSettings, 'ways' | 'quiet'>;

/** What one is told of and when not (NTF-1): one's own, on every device. Shown as it is kept, and never a choice that is not. */
export function NotificationsPage() {
  const { t } = useText();
  const { db, me } = useWorkspace();
  const perform = usePerform();
  const { mail, again } = useNoticeMail();
  const mailHelp = useId();
  const read = async () => (await db.notificationSettings.get(me)) ?? usualNotifications;
  const kept = useLiveQuery(read, [db, me]);
  // One after the other, each from what the one before left: two quick choices are both kept.
  const last = useRef<Promise<unknown>>(Promise.resolve());
  if (!kept) return null;
  const { ways, quiet } = kept;
  const change = (to: (from: Chosen) => Partial<Chosen>) => {
    const write = async () => {
      const from = await read();
      await perform('setNotifications', { ways: from.ways, quiet: from.quiet, ...to(from) });
    };
    last.current = last.current.then(write, write);
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
              onChange={(way) => change((from) => ({ ways: { ...from.ways, [event]: way } }))}
            />
          ))}
          <MailHelp id={mailHelp} mail={mail} onAgain={() => void again()} />
        </fieldset>
        <QuietHoursFields quiet={quiet} onChange={(to) => change((from) => ({ quiet: to(from.quiet) }))} />
      </div>
    </>
  );
}
