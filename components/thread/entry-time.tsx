import { useText } from '../../utils/i18n/use-text';
import { useNow } from '../ui/use-now';

/** When, short; the full date in the title and for screen readers. */
export function EntryTime({ at, claimedAt }: { at: number; claimedAt?: number | null }) {
  const { t, time, date, fullDate } = useText();
  const now = useNow();
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  // Something done offline says when it was done, not only when it arrived (K9).
  const offline = claimedAt != null && Math.abs(at - claimedAt) > 5 * 60_000;
  const title = offline ? t('doneOffline', { time: fullDate(claimedAt) }) : fullDate(at);
  return (
    <time className="t" dateTime={new Date(at).toISOString()} title={title}>
      {today ? time(at) : `${date(at, now)}, ${time(at)}`}
    </time>
  );
}
