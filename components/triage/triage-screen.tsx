import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { LoadingRows } from '../conversation-list/loading-rows';
import { StoppedChannels } from '../inbox/stopped-channels';
import { AvailabilitySwitch } from '../panel/availability-switch';
import type { DeviceSettings } from '../panel/device-settings';
import { InboxSwitcher } from '../panel/inbox-switcher';
import { type KeptPlace, usePlace } from '../panel/use-place';
import { useWorkspace } from '../panel/workspace-context';
import { SamtaleMark } from '../ui/samtale-mark';
import { EmptyTriage } from './empty-triage';
import { TriageFoot } from './triage-foot';
import { TriageList } from './triage-list';
import { TriageTabs } from './triage-tabs';
import { useTriage } from './use-triage';

/** Begins in the inbox one was in last; where the panel is stays as it was. */
export function TriageScreen({ settings, kept }: { settings: DeviceSettings; kept: KeptPlace }) {
  const { inboxes } = useWorkspace();
  const [place] = usePlace(kept, inboxes);
  return place ? <TriageOf first={place.inboxId} settings={settings} /> : null;
}

function TriageOf({ first, settings }: { first: Id; settings: DeviceSettings }) {
  const { t, plural } = useText();
  const { inboxes } = useWorkspace();
  const triage = useTriage(first);
  const { rows, waiting, inboxId } = triage;
  return (
    <>
      <header className="bar top">
        <SamtaleMark />
        {inboxes.length > 1 ? (
          <InboxSwitcher inboxId={inboxId} open={triage.counts?.open} onSwitch={(id) => triage.go({ inboxId: id })} />
        ) : (
          <span className="cut text-md font-semibold">{inboxes[0]?.name}</span>
        )}
        <span className="grow" />
        <AvailabilitySwitch />
      </header>
      <TriageTabs triage={triage} />
      <main className="flex min-h-0 grow flex-col">
        <h1 className="sr-only">{t('triageTitle')}</h1>
        <StoppedChannels room="my-2" />
        {waiting > 0 && (
          <button type="button" className="btn text xs mx-auto my-1" onClick={triage.release}>
            {plural('newConversations', waiting)}
          </button>
        )}
        {rows === undefined ? (
          <LoadingRows />
        ) : rows.length === 0 ? (
          <EmptyTriage triage={triage} />
        ) : (
          <TriageList triage={triage} rows={rows} settings={settings} />
        )}
      </main>
      <TriageFoot triage={triage} />
    </>
  );
}
