/** Waits until `look` answers something truthy; asks every 50 ms. Throws with `what` when it never does. */
export async function poll<T>(what: string, look: () => Promise<T> | T, timeout = 15_000): Promise<NonNullable<T>> {
  const until = performance.now() + timeout;
  for (;;) {
    const answer = await look();
    if (answer) return answer;
    if (performance.now() > until) throw new Error(`waited ${timeout / 1000} s for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
