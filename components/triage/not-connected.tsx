import { PanelRight } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';
import { SamtaleMark } from '../ui/samtale-mark';
import { useSidePanel } from './use-side-panel';

/** Nobody is signed in on this device: it says so, and the side panel is where one connects. */
export function NotConnected() {
  const { t } = useText();
  const openPanel = useSidePanel();
  return (
    <main className="grid min-h-0 grow place-content-center justify-items-center gap-1 p-10 text-center">
      <SamtaleMark />
      <h1 className="mt-2 text-md font-semibold">{t('triageNotConnected')}</h1>
      <p className="text-ink-2">{t('triageNotConnectedHelp')}</p>
      <button type="button" className="btn line mt-3" ref={(button) => button?.focus()} onClick={() => openPanel()}>
        <Icon of={PanelRight} />
        {t('triageOpenPanel')}
      </button>
    </main>
  );
}
