import type { Tag } from '../../domain/model/tag';
import { useText } from '../../utils/i18n/use-text';
import { SnoozeFrame } from '../snooze/snooze-frame';
import { TagChoice } from '../tags/tag-choice';

interface Props {
  /** How many get it. */
  label: string;
  onChoose(tag: Pick<Tag, 'id' | 'name'>): void;
  onClose(): void;
}

/** Which tag all that is ticked gets (LIST-3, THR-16). */
export function TagMany({ label, onChoose, onClose }: Props) {
  const { t } = useText();
  return (
    <SnoozeFrame label={t('tagTitle')} head={label} onClose={onClose}>
      {(leave) => (
        <TagChoice
          onDone={leave}
          onChoose={(tag) => {
            leave();
            onChoose(tag);
          }}
        />
      )}
    </SnoozeFrame>
  );
}
