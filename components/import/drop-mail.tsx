import { type ReactNode, useState } from 'react';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { whyNot } from '../panel/why-not';
import { useWorkspace } from '../panel/workspace-context';
import { useToasts } from '../ui/toasts';

/** Files of mails may be dropped onto the list; where the source takes none, it says why. */
export function DropMail({ inboxId, onTaken, children }: { inboxId: Id; onTaken(): void; children: ReactNode }) {
  const { t } = useText();
  const { db, source } = useWorkspace();
  const toasts = useToasts();
  const [dropping, setDropping] = useState(false);
  const why = whyNot(source, 'importFiles');
  const take = async (files: readonly File[]) => {
    if (why) return toasts.show({ words: t(why) });
    onTaken();
    const { takeFiles } = await import('./take-files');
    const not = await takeFiles(db, inboxId, files);
    if (not) toasts.show({ words: t(not) });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a drop needs a pointer; by keyboard the same files are chosen in the dialog
    <div
      className={`flex min-h-0 grow flex-col ${dropping ? 'dropping' : ''}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setDropping(!why);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={(event) => {
        setDropping(false);
        if (event.defaultPrevented || event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        void take([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
}
