/** Waits until this holds, at most a minute where nothing else is said: a busy machine is slow, not wrong. Asked so often, ms. */
export async function until(
  holds: () => boolean | Promise<boolean>,
  words = 'what was waited for',
  { most = 60_000, pause = 10 } = {},
): Promise<void> {
  const end = Date.now() + most;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${words} did not come about`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
