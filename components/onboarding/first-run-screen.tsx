import { useText } from '../../utils/i18n/use-text';
import { FirstRun } from './first-run';

/** What a device shows that has nothing yet, or nothing any more. */
export function FirstRunScreen() {
  const { t } = useText();
  return (
    <main className="mx-auto min-h-0 w-full max-w-120 grow overflow-y-auto px-6 pt-6">
      <p className="font-semibold text-accent">{t('appName')}</p>
      <h1 className="mt-2 text-xl font-semibold">{t('firstRunTitle')}</h1>
      <FirstRun />
    </main>
  );
}
