import { SnoozeFrame } from '../snooze/snooze-frame';
import { SnoozeTimes } from '../snooze/snooze-times';

interface Props {
  /** How many are to sleep. */
  label: string;
  onChoose(until: number | null): void;
  onClose(): void;
}

/** Until when all that is ticked sleeps. */
export function SnoozeMany({ label, onChoose, onClose }: Props) {
  return (
    <SnoozeFrame head={label} onClose={onClose}>
      {(leave) => <SnoozeTimes onChoose={onChoose} onDone={leave} />}
    </SnoozeFrame>
  );
}
