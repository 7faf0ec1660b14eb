import { Inbox as InboxIcon } from 'lucide-react';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { useWorkspace } from '../panel/workspace-context';
import { Icon } from '../ui/icon';

interface Props {
  inboxId: Id;
  onImport(): void;
  onInvite(): void;
}

/** An inbox that has nothing yet, to who can change that: where mail comes from, and the way to it. */
export function NoMailYet({ inboxId, onImport, onInvite }: Props) {
  const { t } = useText();
  const { source } = useWorkspace();
  return (
    <div className="list grid place-content-center justify-items-center gap-1 p-6 text-center">
      <Icon of={InboxIcon} size={20} className="text-ink-3" />
      <p className="mt-1 text-md font-semibold">{t('importEmpty')}</p>
      <p className="max-w-72 text-ink-2">{t(source.importFiles.can ? 'importEmptyLead' : 'connectEmptyLead')}</p>
      {source.importFiles.can ? (
        <button type="button" className="btn line mt-2" onClick={onImport}>
          {t('importTitle')}
        </button>
      ) : (
        <>
          <a className="btn line mt-2 no-underline" href={`/options.html#/connect-channel/${inboxId}`} target="_blank" rel="noopener">
            {t('chnConnect')}
          </a>
          <button type="button" className="btn text" onClick={onInvite}>
            {t('inviteTitle')}
          </button>
        </>
      )}
    </div>
  );
}
