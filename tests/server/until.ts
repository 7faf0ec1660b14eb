/** Waits until this holds, at most a minute: a busy machine is slow, not wrong. */
export async function until(holds: () => boolean | Promise<boolean>, words = 'what was waited for'): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${words} did not come about`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
