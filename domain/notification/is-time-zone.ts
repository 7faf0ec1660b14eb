/** A time zone by its name in the IANA list, as "Europe/Copenhagen". */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // RangeError: no such zone here.
    return false;
  }
}
