import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { Id } from '../../domain/model/ids';
import { useText } from '../../utils/i18n/use-text';
import { IconButton } from '../ui/icon-button';
import { InviteForm } from './invite-form';
import { InviteLink } from './invite-link';
import { OpenInvitations } from './open-invitations';
import { useInvite } from './use-invite';

/** A link for a colleague: whom it is for, the link itself, and the ones that are still out. */
export function InviteDialog({ inboxId, onClose }: { inboxId: Id; onClose(): void }) {
  const { t } = useText();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { made, problem, make, again } = useInvite();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}-title`} onClose={onClose}>
      <div className="flex items-center">
        <h2 id={`${id}-title`} className="grow text-lg font-semibold">
          {t('inviteTitle')}
        </h2>
        <IconButton icon={X} label={t('close')} onClick={() => dialog.current?.close()} />
      </div>
      {made ? (
        <InviteLink made={made} onAgain={again} onDone={() => dialog.current?.close()} />
      ) : (
        <>
          <InviteForm inboxId={inboxId} problem={problem} onMake={make} />
          <OpenInvitations />
        </>
      )}
    </dialog>
  );
}
