import { useText } from '../../utils/i18n/use-text';

/** Where the thread will be. `gone`: the address names a conversation this device does not have. */
export function NothingOpen({ gone }: { gone: boolean }) {
  const { t } = useText();
  return (
    <main className="grid min-h-0 grow content-center justify-items-center gap-1 p-6 text-center">
      <h1 className="text-md font-semibold">{gone ? t('conversationNotHere') : t('nothingOpen')}</h1>
      <p className="max-w-[42ch] text-ink-2">{gone ? t('conversationNotHereWhy') : t('nothingOpenHow')}</p>
    </main>
  );
}
