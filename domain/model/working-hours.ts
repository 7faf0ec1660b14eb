import * as z from 'zod/mini';

/** Minutes of a day on the wall; 1440 is its end. */
const Minute = z.int().check(z.minimum(0), z.maximum(1440));
export const WorkingRange = z.object({ from: Minute, to: Minute }).check(z.refine(({ from, to }) => from < to));
export type WorkingRange = z.infer<typeof WorkingRange>;

/** When somebody works: for each day of the week, Monday first, ranges by the clock on their wall (AVL-1). */
export const WorkingHours = z.object({
  timeZone: z.string().check(z.minLength(1), z.maxLength(64)),
  days: z.array(z.array(WorkingRange).check(z.maxLength(6))).check(z.length(7)),
  /** Whether they set availability by themselves. */
  follow: z.boolean(),
});
export type WorkingHours = z.infer<typeof WorkingHours>;
