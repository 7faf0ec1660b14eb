import { Maximize2, PanelRight } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { useKeys } from '../actions/keys-provider';
import { useWorkspace } from '../panel/workspace-context';
import { statusWords } from '../status/status-words';
import { useImportStatus } from '../status/use-import-status';
import { useSyncState } from '../status/use-sync-state';
import { Icon } from '../ui/icon';
import { KeyCap } from '../ui/key-cap';
import type { TriageState } from './use-triage';

/** The two ways on from the row one stands on, and where this device stands with the hub; what needs a person is told in the panel. */
export function TriageFoot({ triage }: { triage: TriageState }) {
  const text = useText();
  const { t, plural, time } = text;
  const { aria } = useKeys();
  const { sync, refused, online } = useSyncState();
  const { connection } = useWorkspace();
  const here = useImportStatus();
  const local = connection.kind === 'local';
  const status = local ? here : sync && statusWords(sync, refused.length, online, text);
  const offline = sync?.phase === 'offline' || !online;
  // One word or figure fits beside the two buttons; the whole is in the title and read aloud.
  const short =
    !sync || !status || local
      ? ''
      : sync.waiting > 0
        ? plural('triageWaiting', sync.waiting)
        : status.tone === 'calm'
          ? time(sync.at)
          : offline
            ? t('statusOfflineShort')
            : status.short;
  return (
    <footer className="bar foot triage-foot">
      <button type="button" className="btn line" aria-keyshortcuts={aria('o')} title={t('openFullPage')} onClick={() => triage.openPage()}>
        <Icon of={Maximize2} />
        {t('triageInbox')}
        <KeyCap usual="o" />
      </button>
      <button type="button" className="btn" aria-keyshortcuts={aria('p')} title={t('triageOpenPanel')} onClick={triage.openInPanel}>
        <Icon of={PanelRight} />
        {t('triagePanel')}
        <KeyCap usual="p" />
      </button>
      <span className="grow" />
      {status && (
        <span
          className={`triage-status num text-xs ${status.tone === 'calm' ? 'text-ink-3' : status.tone === 'wait' ? 'font-semibold text-wait' : 'font-semibold text-late'}`}
          title={status.words}
        >
          <Icon of={status.icon} size={14} />
          <span aria-hidden="true" className="cut">
            {short}
          </span>
          <span className="sr-only">{status.words}</span>
        </span>
      )}
    </footer>
  );
}
