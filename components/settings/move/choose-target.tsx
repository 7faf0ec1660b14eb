import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useId, useState } from 'react';
import { useText } from '../../../utils/i18n/use-text';
import { countsHere } from '../../../utils/move/counts-here';
import type { MoveTarget } from '../../../utils/move/run-move';
import type { SamtaleDatabase } from '../../../utils/store/database';
import { ConnectForm } from '../../onboarding/connect-form';
import { device } from '../../panel/device';
import { useKeptDraft } from '../use-kept-draft';
import { HubInboxes } from './hub-inboxes';

/** What will happen, into which inbox of which hub, and the button that begins. */
export function ChooseTarget({ db, onMove }: { db: SamtaleDatabase; onMove(target: MoveTarget): void }) {
  const { t, plural } = useText();
  const id = useId();
  const [target, setTarget] = useState<MoveTarget>();
  const [missing, setMissing] = useState(false);
  const [{ hub: typed = '' }, keep] = useKeptDraft<{ hub: string }>('move', (draft) => (draft.hub ?? '').trim() !== '');
  const [connecting, setConnecting] = useState<'pressed' | 'kept' | false>(typed !== '' && 'kept');
  const counts = useLiveQuery(() => countsHere(db), [db]);
  const hubs = useLiveQuery(async () => (await device.connections.toArray()).filter((connection) => connection.kind === 'hub'));
  if (!counts || !hubs) return null;
  if (counts.mails === 0) return <p className="text-ink-2">{counts.staying > 0 ? plural('moveStays', counts.staying) : t('moveNothing')}</p>;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (target) onMove(target);
    else setMissing(true);
  };
  return (
    <>
      <section aria-labelledby={`${id}-what`}>
        <h2 id={`${id}-what`}>{t('moveWhat')}</h2>
        <ul className="mt-2 list-disc space-y-1 pl-5 text-ink-2">
          <li>{plural('moveWhatMails', counts.mails)}</li>
          {counts.staying > 0 && <li>{plural('moveStays', counts.staying)}</li>}
          <li>{t('moveWhatWork')}</li>
          <li>{t('moveWhatSeen')}</li>
          <li>{t('moveWhatStop')}</li>
          <li>{t('moveWhatAfter')}</li>
        </ul>
      </section>
      <section aria-labelledby={`${id}-where`}>
        <form onSubmit={submit} noValidate>
          <h2 id={`${id}-where`}>{t('moveWhere')}</h2>
          {hubs.length === 0 && <p className="mt-1 text-ink-2">{t('moveNoHub')}</p>}
          <div role="radiogroup" aria-labelledby={`${id}-where`}>
            {hubs.map((hub) => (
              <HubInboxes
                key={hub.id}
                hub={hub}
                name={id}
                chosen={target?.to === hub.id ? target.inboxId : undefined}
                onChoose={(chosen) => {
                  setTarget(chosen);
                  setMissing(false);
                }}
              />
            ))}
          </div>
          {missing && (
            <p className="notice late mt-3" role="alert">
              {t('moveChoose')}
            </p>
          )}
          {hubs.length > 0 && (
            <div className="mt-4 flex flex-wrap gap-2">
              <button type="submit" className="btn fill lg">
                {target ? t('moveInto', { inbox: target.inboxName }) : t('moveBegin')}
              </button>
              {!connecting && (
                <button type="button" className="btn lg" onClick={() => setConnecting('pressed')}>
                  {t('moveOtherHub')}
                </button>
              )}
            </div>
          )}
        </form>
        {(connecting || hubs.length === 0) && (
          <ConnectForm
            focus={connecting === 'pressed'}
            typed={typed}
            onType={(hub) => keep({ hub })}
            onDone={() => {
              keep(undefined);
              setConnecting(false);
            }}
          />
        )}
      </section>
    </>
  );
}
