import { FileX } from 'lucide-react';
import { useText } from '../../utils/i18n/use-text';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { Icon } from '../ui/icon';

/** What is left out of a mail because there is too much of it, and the way to all of it. */
export function CutNotice({ message: { cut, htmlSize }, onOriginal }: { message: ThreadMessage; onOriginal(): void }) {
  const { t, plural, size } = useText();
  if (!cut) return null;
  const lines = [
    ...(cut.html > 0 ? [t('cutHtml', { size: size(cut.html) })] : []),
    ...(cut.files > 0 ? [plural('cutFiles', cut.files)] : []),
    ...(cut.recipients > 0 ? [plural('cutRecipients', cut.recipients)] : []),
    // Its HTML shows all of what the text leaves out.
    ...(cut.text && htmlSize === 0 ? [t('cutText')] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <div className="notice wait mt-2">
      <Icon of={FileX} />
      <div className="min-w-0">
        <b>{t('cutMail')}</b>
        {lines.map((line) => (
          <p key={line} className="text-ink-2">
            {line}
          </p>
        ))}
        <button type="button" className="btn line mt-2" onClick={onOriginal}>
          {t('originalMail')}
        </button>
      </div>
    </div>
  );
}
