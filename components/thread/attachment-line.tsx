import { Download, Eye, FileText, FileX, Image } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Id } from '../../domain/model/ids';
import type { Attachment } from '../../domain/model/message';
import type { MessageKey } from '../../utils/i18n/messages';
import { useText } from '../../utils/i18n/use-text';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import { isPicture, saveBlob } from './save-blob';
import { useFile } from './use-file';

const reasons: Record<NonNullable<Attachment['notStored']>, MessageKey> = {
  'too-large': 'notStoredTooLarge',
  'too-many': 'notStoredTooMany',
  unreadable: 'notStoredUnreadable',
};

/** One file of a message: name, size, download; a picture can be looked at in place (THR-13). */
export function AttachmentLine({ attachment, messageId }: { attachment: Attachment; messageId: Id }) {
  const { t, size } = useText();
  const { blob, state, fetch } = useFile(messageId, attachment.hash);
  const [shown, setShown] = useState(false);
  const picture = isPicture(attachment.type);
  const url = useObjectUrl(picture ? blob : undefined);
  const { name } = attachment;
  if (attachment.hash === null)
    return (
      <li className="att">
        <span className="th text-late">
          <Icon of={FileX} />
        </span>
        <span className="cut grow basis-0 text-ink-2">
          {name} <span className="text-ink-3">{t(reasons[attachment.notStored ?? 'unreadable'])}</span>
        </span>
        <span className="num text-xs text-ink-3">{size(attachment.size)}</span>
      </li>
    );
  return (
    <li className="att flex-wrap">
      <span className="th">{url ? <img src={url} alt="" /> : <Icon of={picture ? Image : FileText} />}</span>
      <span className="cut grow basis-0" title={name}>
        {name}
        {state === 'failed' && <span className="text-xs text-late"> {t('fileNotHere')}</span>}
      </span>
      <span className="num text-xs text-ink-3">{state === 'fetching' ? t('fetching') : size(attachment.size)}</span>
      {picture && (
        <IconButton
          icon={Eye}
          small
          label={t('previewFile', { name })}
          aria-pressed={shown}
          onClick={() => {
            setShown(!shown);
            if (!blob) void fetch();
          }}
        />
      )}
      <IconButton
        icon={Download}
        small
        label={t('downloadFile', { name })}
        onClick={() => void fetch().then((bytes) => bytes && saveBlob(bytes, name))}
      />
      {shown && url && (
        <div className="mb-2 w-full">
          <img className="max-h-96 max-w-full rounded-md" src={url} alt={name} />
        </div>
      )}
    </li>
  );
}

function useObjectUrl(blob: Blob | undefined) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return undefined;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(undefined);
    };
  }, [blob]);
  return url;
}
