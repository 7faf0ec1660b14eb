import { Ellipsis, EyeOff, FileDown } from 'lucide-react';
import { useState } from 'react';
import { firstWords } from '../../domain/message/first-words';
import { useText } from '../../utils/i18n/use-text';
import type { ThreadMessage } from '../../utils/store/read-messages';
import { useLater } from '../panel/use-later';
import { Icon } from '../ui/icon';
import { MenuButton } from '../ui/menu-button';
import { useSplit } from './use-split';

const loadHide = () => import('./hide-dialog');

/** More of one message, or of the lines of one turn of a chat: the mail as it came, where it is kept, splitting there (THR-17) and hiding it (THR-11). */
export function MessageMenu({ messages, onOriginal }: { messages: readonly ThreadMessage[]; onOriginal?: (() => void) | undefined }) {
  const { t } = useText();
  const [hiding, setHiding] = useState<ThreadMessage>();
  const original = onOriginal && { kind: 'item' as const, id: 'original', label: t('originalMail'), icon: FileDown, onSelect: onOriginal };
  const hides = messages.map((message) => ({
    kind: 'item' as const,
    id: message.id,
    label: messages.length === 1 ? t('hidAction') : t('hidThis', { words: firstWords(message.text, 30) }),
    icon: EyeOff,
    onSelect: () => setHiding(message),
  }));
  const split = useSplit(messages[0]?.id);
  const entries = [...(original ? [original] : []), ...(split ? [split] : []), ...hides];
  return (
    <>
      <MenuButton label={t('moreOfMessage')} nameButton className="ib sm" align="end" entries={entries}>
        <Icon of={Ellipsis} size={14} />
      </MenuButton>
      {hiding && <Hiding message={hiding} onClose={() => setHiding(undefined)} />}
    </>
  );
}

function Hiding(props: { message: ThreadMessage; onClose(): void }) {
  const dialog = useLater(loadHide, true);
  return dialog ? <dialog.HideDialog {...props} /> : null;
}
