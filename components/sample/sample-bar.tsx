import { useLiveQuery } from 'dexie-react-hooks';
import { Eye } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../../utils/i18n/use-text';
import { deleteLocalWorkspace } from '../../utils/sources/local/delete-local-workspace';
import { device } from '../panel/device';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';

/** Above a sample, on every page of it: what it is, and the one press that takes it away. Replies in it are delivered to nobody, from here. */
export function SampleBar() {
  const { t } = useText();
  const { db, connection } = useWorkspace();
  const [wiping, setWiping] = useState(false);
  const waiting = useLiveQuery(() => db.outboundMails.count(), [db]) ?? 0;
  useEffect(() => {
    if (waiting === 0) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const deliver = async () => {
      const { deliverSample } = await import('../../utils/sources/local/deliver-sample');
      const due = gone ? undefined : await deliverSample(db, Date.now());
      if (due !== undefined && !gone) timer = setTimeout(begin, Math.max(100, due - Date.now()));
    };
    const begin = () => void deliver().catch((fault: unknown) => console.warn('a reply of the sample', fault));
    begin();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [db, waiting]);
  return (
    <section className="sample-bar" aria-label={t('sampleAbout')}>
      <Icon of={Eye} className="text-ink-3" />
      <p className="min-w-0 grow">{t('sampleBar')}</p>
      <button
        type="button"
        className="btn line xs"
        aria-disabled={wiping}
        onClick={() => {
          if (wiping) return;
          setWiping(true);
          void deleteLocalWorkspace(device, connection.id);
        }}
      >
        {t('sampleWipe')}
      </button>
    </section>
  );
}
