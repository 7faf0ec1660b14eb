const minute = 60_000;
/** A provider shows when it got a mail, a mail says when it was sent (X8). */
const apart = 2;

/**
 * Whether a page that writes `words` can mean that moment. The words are of the viewer's language and of no machine's; day of the month, hour and
 * minute are in all of them, in digits. So this says no for certain, and yes to a few moments of a year. In this browser's zone, which is the
 * webmail's unless somebody set it otherwise; then it says no.
 */
export function couldBeShownAs(words: string, at: number): boolean {
  const digits: readonly string[] = words.normalize('NFKC').match(/\d+/g) ?? [];
  const numbers = new Set(digits.map(Number));
  for (let off = -apart; off <= apart; off++) {
    const moment = new Date(at + off * minute);
    const hour = moment.getHours();
    if (
      digits.includes(String(moment.getMinutes()).padStart(2, '0')) &&
      (numbers.has(hour) || numbers.has(hour % 12 || 12)) &&
      numbers.has(moment.getDate())
    )
      return true;
  }
  return false;
}
