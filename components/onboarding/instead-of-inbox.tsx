import type { ReactNode } from 'react';
import { useText } from '../../utils/i18n/use-text';

/** What stands where an inbox would, for whoever has none here: why, and the ways on. */
export function InsteadOfInbox({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useText();
  return (
    <main className="mx-auto min-h-0 w-full max-w-120 grow overflow-y-auto px-6 pt-6 pb-6">
      <p className="font-semibold text-accent">{t('appName')}</p>
      <h1 className="mt-2 text-xl font-semibold wrap-anywhere">{title}</h1>
      {children}
    </main>
  );
}
