import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { ConnectToHub } from '../onboarding/connect-to-hub';
import { SectionHeading } from './section-heading';

/** A page a workspace of this computer has no use for: why, and the way on. */
export function NeedsHubPage({ title, why }: { title: MessageKey; why: MessageKey }) {
  const { t } = useText();
  return (
    <>
      <SectionHeading title={t(title)} />
      <p className="mt-3 text-ink-2">{t(why)}</p>
      <ConnectToHub className="btn fill lg mt-4" />
    </>
  );
}
