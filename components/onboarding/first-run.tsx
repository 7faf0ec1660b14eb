import { HardDrive, type LucideIcon, Network } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { whyNotKept } from '../../utils/store/why-not-kept';
import { device } from '../panel/device';
import { useLater } from '../panel/use-later';
import { Icon } from '../ui/icon';
import { ConnectForm } from './connect-form';
import { LocalForm } from './local-form';

type Where = 'here' | 'hub';

const loadRestore = () => import('../archive/restore-dialog');

/** Where one's conversations shall be: on this computer, or on a hub. One choice, the few fields it needs, one button. */
export function FirstRun({ onDone = () => undefined }: { onDone?: () => void }) {
  const { t } = useText();
  const id = useId();
  const [where, setWhere] = useState<Where>('hub');
  const [address, setAddress] = useState('');
  const [restoring, setRestoring] = useState(false);
  const restore = useLater(loadRestore, restoring);
  // Who goes through the choice by its arrows stays in it.
  const chosen = useRef(false);
  const choose = (value: Where) => {
    chosen.current = true;
    setWhere(value);
  };
  const [look, setLook] = useState<'busy' | MessageKey>();
  const lookAround = async () => {
    if (look === 'busy') return;
    setLook('busy');
    try {
      const { setUpSample } = await import('../../utils/sources/local/set-up-sample');
      await setUpSample({ device, locks: navigator.locks, now: Date.now() });
      onDone();
    } catch (fault) {
      console.error('the sample could not be made', fault);
      setLook(whyNotKept(fault) === 'disk-full' ? 'refusal_disk-full' : 'localNotMade');
    }
  };
  const choice = (value: Where, icon: LucideIcon, label: string, lead: string) => (
    <label className="choice">
      <input type="radio" name={id} checked={where === value} onChange={() => choose(value)} aria-describedby={`${id}-${value}`} />
      <Icon of={icon} className="mt-0.5 text-ink-3" />
      <span className="min-w-0">
        <b>{label}</b>
        <span className="block text-ink-2" id={`${id}-${value}`}>
          {lead}
        </span>
      </span>
    </label>
  );
  return (
    <>
      <fieldset className="mt-4" aria-labelledby={`${id}-where`}>
        <legend className="sr-only" id={`${id}-where`}>
          {t('firstRunTitle')}
        </legend>
        {choice('here', HardDrive, t('onThisComputer'), t('firstRunHere'))}
        {choice('hub', Network, t('firstRunHub'), t('connectLead'))}
      </fieldset>
      {where === 'hub' ? <ConnectForm focus={!chosen.current} typed={address} onType={setAddress} onDone={onDone} /> : <LocalForm onDone={onDone} />}
      <p className="-ml-2.5 flex flex-wrap pb-2">
        <button type="button" className="btn" aria-disabled={look === 'busy'} onClick={() => void lookAround()}>
          {t(look === 'busy' ? 'sampleBusy' : 'sampleLook')}
        </button>
        <button type="button" className="btn" onClick={() => setRestoring(true)}>
          {t('archiveRestore')} …
        </button>
      </p>
      {look !== undefined && look !== 'busy' && (
        <p className="notice late mb-5" role="alert">
          {t(look)}
        </p>
      )}
      {restoring && restore && <restore.RestoreDialog onClose={() => setRestoring(false)} />}
    </>
  );
}
