import { useText } from '../../../utils/i18n/use-text';
import { useWorkspace } from '../../panel/workspace-context';
import type { SectionProps } from '../section';
import { SectionHeading } from '../section-heading';
import { InboxGeneral } from './inbox-general';
import { InboxMembers } from './inbox-members';
import { InboxStages } from './inbox-stages';

/** An inbox's own settings: `#/inbox/<id>`, its members and the stages of its tickets (INB-2, TKT-8). */
export function InboxSection({ args, inboxId }: SectionProps) {
  const { t } = useText();
  const { inboxes } = useWorkspace();
  const inbox = inboxes.find(({ id }) => id === (args[0] ?? inboxId));
  if (!inbox) return <SectionHeading title={t('settingsInboxNotHere')}>{t('settingsInboxNotHereWhy')}</SectionHeading>;
  if (args[1] === 'stages') return <InboxStages key={inbox.id} inbox={inbox} />;
  return args[1] === 'members' ? <InboxMembers key={inbox.id} inbox={inbox} /> : <InboxGeneral key={inbox.id} inbox={inbox} />;
}
