import { useEffect, useId, useRef, useState } from 'react';
import { firstWayOut } from '../../../domain/channel/first-way-out';
import type { Channel } from '../../../domain/model/channel';
import { useText } from '../../../utils/i18n/use-text';
import { mutate } from '../../../utils/store/mutate';
import { refusalWords } from '../../actions/refusal-words';
import { useNudge } from '../../panel/use-nudge';
import { useWorkspace } from '../../panel/workspace-context';
import { settingsOfChannel } from './settings-of-channel';

interface Props {
  channel: Channel;
  address: string;
  /** Shown once it is gone. */
  other: Channel;
  /** Before it is left: what was typed about it is nobody's any more. */
  onRemoved(): void;
  onClose(): void;
}

/** Takes away an address of the hub's, as that of a domain the hub no longer has (INB-3). Others may write to it, so it is asked. */
export function RemoveAddressDialog({ channel, address, other, onRemoved, onClose }: Props) {
  const text = useText();
  const { t } = text;
  const { db, channels } = useWorkspace();
  const nudge = useNudge();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const answers = firstWayOut(channels.filter((one) => one.inboxId === channel.inboxId && one.id !== channel.id)) ?? other;
  const [problem, setProblem] = useState('');
  useEffect(() => dialog.current?.showModal(), []);
  const remove = async () => {
    const { refused } = await mutate(db, 'updateChannel', { ...settingsOfChannel(channel), channelId: channel.id, removed: true });
    if (refused) return setProblem(refusalWords(text, refused));
    onRemoved();
    nudge();
    dialog.current?.close();
    return location.replace(`#/channel/${other.id}`);
  };
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}-title`} aria-describedby={`${id}-what`} onClose={onClose}>
      <h2 id={`${id}-title`} className="text-lg font-semibold wrap-anywhere">
        {t('chnRemoveTitle', { address })}
      </h2>
      <div id={`${id}-what`}>
        <p className="mt-2">{t('chnRemoveWhat')}</p>
        <p className="mt-2 text-ink-2 wrap-anywhere">{t('chnRemoveKept', { address: answers.address ?? answers.name })}</p>
      </div>
      {problem && (
        <p className="notice late mt-3" role="alert">
          {problem}
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <button type="button" className="btn lg line danger" onClick={() => void remove()}>
          {t('chnRemoveDo')}
        </button>
        <button type="button" className="btn lg" onClick={() => dialog.current?.close()}>
          {t('chnRemoveKeep')}
        </button>
      </div>
    </dialog>
  );
}
