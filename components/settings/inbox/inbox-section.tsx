import { useText } from '../../../utils/i18n/use-text';
import { useWorkspace } from '../../panel/workspace-context';
import type { SectionProps } from '../section';
import { SectionHeading } from '../section-heading';
import { InboxGeneral } from './inbox-general';
import { InboxMembers } from './inbox-members';

/** An inbox's own settings: `#/inbox/<id>` and `#/inbox/<id>/members` (INB-2). */
export function InboxSection({ args, inboxId }: SectionProps) {
  const { t } = useText();
  const { inboxes } = useWorkspace();
  const inbox = inboxes.find(({ id }) => id === (args[0] ?? inboxId));
  if (!inbox) return <SectionHeading title={t('settingsInboxNotHere')}>{t('settingsInboxNotHereWhy')}</SectionHeading>;
  return args[1] === 'members' ? <InboxMembers key={inbox.id} inbox={inbox} /> : <InboxGeneral key={inbox.id} inbox={inbox} />;
}
