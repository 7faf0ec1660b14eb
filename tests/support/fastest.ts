const lines = 'a\n--\n'.repeat(50_000);

/** What a plain walk over the lines of a quarter of a megabyte costs, in ms of processor time, on the machine the limits were set on. */
const floor = 4;

const costOf = (work: () => void): number => {
  const began = process.cpuUsage();
  work();
  return process.cpuUsage(began).user / 1000;
};

const walk = () => {
  let dashes = 0;
  for (const line of lines.split('\n')) if (/^--\s*$/.test(line)) dashes += 1;
  return dashes;
};

/**
 * The least processor time in ms that `work` took in up to five tries, ending at the first one under `limit`: what the work costs,
 * not what else the machine did meanwhile. On a machine slower than the one the limits were set on, which a plain walk done beside
 * each try tells, it is what the work would have cost there. A pattern that runs away is slow every time.
 */
export function fastest(limit: number, work: () => void): number {
  const took: number[] = [];
  const walked: number[] = [];
  const scaled = () => Math.min(...took) * Math.min(1, floor / Math.min(...walked));
  do {
    for (let i = 0; i < 3; i += 1) walked.push(costOf(walk));
    took.push(costOf(work));
  } while (took.length < 5 && scaled() >= limit);
  return scaled();
}
