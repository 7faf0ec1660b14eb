import type { WorkingHours } from '../../domain/model/working-hours';

/** When an agent's day begins, minutes on the wall; eight where they have not said it. `wallDay`: midnight, as if it were UTC. */
export const dayBegins = (hours: WorkingHours | undefined, wallDay: number): number => rangesOn(hours, wallDay)?.[0]?.from ?? 8 * 60;

/** When they work on a day of the calendar; `undefined` where they have not said it. */
export const rangesOn = (hours: WorkingHours | undefined, wallDay: number) => hours?.days[(new Date(wallDay).getUTCDay() + 6) % 7];
