import { Paperclip, X } from 'lucide-react';
import type { Attachment } from '../../domain/model/message';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';
import type { ComingFile } from './use-attach';

interface Props {
  attachments: readonly Attachment[];
  /** Being stored: not in the mail yet. */
  coming: readonly ComingFile[];
  onRemove(attachment: Attachment): void;
}

/** Files that go along, each with its size and a way to leave it out. */
export function AttachmentTray({ attachments, coming, onRemove }: Props) {
  const { t, size } = useText();
  if (attachments.length === 0 && coming.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1 px-4 pb-1" aria-label={t('attachedFiles')}>
      {attachments.map((attachment) => (
        <li key={attachment.id} className="chip min-w-0">
          <Icon of={Paperclip} size={12} />
          <span className="cut">{attachment.name}</span>
          <span className="num text-ink-3">{size(attachment.size)}</span>
          <button type="button" className="x" aria-label={t('removeFile', { name: attachment.name })} onClick={() => onRemove(attachment)}>
            <Icon of={X} size={12} />
          </button>
        </li>
      ))}
      {coming.map(({ key, name }) => (
        <li key={key} className="chip min-w-0 text-ink-3" aria-busy="true">
          <Icon of={Paperclip} size={12} />
          <span className="cut">{t('attaching', { name })}</span>
        </li>
      ))}
    </ul>
  );
}
