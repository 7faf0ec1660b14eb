import { useEffect, useRef, useState } from 'react';
import { askBackground } from '../../../utils/browser/ask-background';
import type { Connection, HubConnection } from '../../../utils/connection/device-database';
import { unsentOf, withDatabase } from '../../../utils/connection/unsent-of';
import type { Text } from '../../../utils/i18n/text';
import { useText } from '../../../utils/i18n/use-text';
import { movedWhole } from '../../../utils/move/moved-whole';
import type { MoveRow } from '../../../utils/store/move-row';
import { saveFile } from '../../onboarding/save-file';
import { unsentFile } from '../../onboarding/unsent-file';
import { device } from '../../panel/device';
import { useSay } from '../../ui/live-region';

/** Takes everything of Samtale off this device; it asks once, names what goes, and does not while anything waits. */
export function ResetDevice({ connections }: { connections: readonly Connection[] }) {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  return (
    <section aria-labelledby="device-reset">
      <h2 id="device-reset">{t('settingsReset')}</h2>
      <p className="mt-1 text-ink-2">{t('settingsResetWhat')}</p>
      <button type="button" className="btn line danger mt-2" onClick={() => setAsking(true)}>
        {t('settingsResetAction')}
      </button>
      {asking && <ResetDialog connections={connections} onClose={() => setAsking(false)} />}
    </section>
  );
}

/** Whether there is another copy of a workspace of this computer. */
function CopyOf({ here }: { here: OnlyHere | undefined }) {
  const { t, plural } = useText();
  if (here?.moved) return <> {t('localMoved', { inbox: here.moved.inboxName, hub: here.moved.hubName })}</>;
  return (
    <>
      <b className="text-late"> {t('localNoCopy')}</b>
      {here && here.hidden > 0 && <span className="text-late"> {plural('settingsResetHidden', here.hidden)}</span>}
    </>
  );
}

function whatGoes(connection: Connection, { t }: Text): string {
  if (connection.kind === 'hub') return t('settingsResetAccount', { hub: connection.hubName, agent: connection.agentName });
  return connection.sample ? t('settingsResetSample') : t('settingsResetLocal', { agent: connection.agentName });
}

/** Of a workspace of this computer: messages hidden in it, whose words are in no archive, and the move that took all of it into a hub. */
interface OnlyHere {
  hidden: number;
  moved: MoveRow | undefined;
}

/** `here`: what is said of each workspace of this computer. `unsent`: the accounts with something the hub has not taken, and how much. */
type Step =
  | { at: 'busy' }
  | { at: 'sure'; here: ReadonlyMap<string, OnlyHere> }
  | { at: 'waits'; unsent: { connection: HubConnection; count: number }[] };

function ResetDialog({ connections, onClose }: { connections: readonly Connection[]; onClose(): void }) {
  const text = useText();
  const { t, plural } = text;
  const say = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  const [step, setStep] = useState<Step>({ at: 'busy' });
  const look = async () => {
    const hubs = connections.filter((connection) => connection.kind === 'hub');
    const counted = await Promise.all(hubs.map(async (connection) => ({ connection, count: await unsentOf(device, connection) })));
    const unsent = counted.filter(({ count }) => count > 0);
    if (unsent.length > 0) return setStep({ at: 'waits', unsent });
    const here = new Map<string, OnlyHere>();
    for (const { id, kind } of connections)
      if (kind === 'local')
        here.set(id, await withDatabase(device, id, async (db) => ({ hidden: await db.hiddenMessages.count(), moved: await movedWhole(db) })));
    setStep({ at: 'sure', here });
  };
  const begin = useRef(look);
  useEffect(() => {
    dialog.current?.showModal();
    void begin.current();
  }, []);
  const reset = async () => {
    setStep({ at: 'busy' });
    const answer = await askBackground({ type: 'reset-device' });
    if ('unsent' in answer) return look();
    say(t('settingsResetDone'));
    return onClose();
  };
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="reset-title" onClose={onClose}>
      <h2 id="reset-title" className="text-lg font-semibold">
        {t('settingsResetTitle')}
      </h2>
      {step.at === 'busy' && (
        <p className="mt-2 text-ink-2" role="status">
          {t('settingsResetBusy')}
        </p>
      )}
      {step.at === 'sure' && (
        <>
          <p className="mt-2 text-ink-2">{t('settingsResetGoes')}</p>
          <ul className="mt-2 list-disc pl-5 text-ink-2">
            {connections.map((one) => (
              <li key={one.id}>
                {whatGoes(one, text)}
                {one.kind === 'local' && !one.sample && <CopyOf here={step.here.get(one.id)} />}
              </li>
            ))}
            <li>{t('settingsResetChoices')}</li>
          </ul>
          {connections.some(({ kind }) => kind === 'hub') && <p className="mt-2 text-ink-2">{t('settingsResetStays')}</p>}
        </>
      )}
      {step.at === 'waits' && (
        <>
          <p className="mt-2 text-ink-2">{t('settingsResetWaits')}</p>
          <ul className="settings-lines">
            {step.unsent.map(({ connection, count }) => (
              <li key={connection.id} className="settings-line">
                <span className="min-w-0 grow wrap-anywhere">
                  {connection.hubName}: {plural('settingsResetUnsent', count)}
                </span>
                <button
                  type="button"
                  className="btn line xs"
                  onClick={async () => saveFile(await withDatabase(device, connection.id, (db) => unsentFile(db, connection, new Date())))}
                >
                  {t('signOutExport')}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        {step.at === 'sure' && (
          <button type="button" className="btn line lg danger" onClick={() => void reset()}>
            {t('settingsResetAction')}
          </button>
        )}
        <button type="button" className="btn lg" onClick={() => dialog.current?.close()}>
          {step.at === 'waits' ? t('close') : t('settingsResetKeep')}
        </button>
      </div>
    </dialog>
  );
}
