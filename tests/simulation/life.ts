/** Never settles, and no `finally` behind it ever runs: what is left of a process that was killed (F1). */
const nothingMore = new Promise<never>(() => {});

/** Thrown to whoever watches a life, when it ends. */
export class Killed extends Error {
  override name = 'Killed';
}

/** One run of a worker, from its start until it is stopped. Every effect goes through `effect`, and it may die before or after any of them. */
export class Life {
  readonly passed: string[] = [];
  private end: (error: Killed) => void = () => {};
  readonly ended = new Promise<never>((_, reject) => {
    this.end = reject;
  });
  private dead = false;

  /** `killAt`: the number of the point it dies at; each effect has one before and one after it. */
  constructor(private readonly killAt: number | null = null) {
    this.ended.catch(() => {});
  }

  async effect<T>(label: string, work: () => Promise<T>): Promise<T> {
    await this.point(`before ${label}`);
    try {
      return await work();
    } finally {
      await this.point(`after ${label}`);
    }
  }

  /** Runs it until it ends by itself or is killed. */
  live<T>(work: () => Promise<T>): Promise<T> {
    return Promise.race([work(), this.ended]);
  }

  private async point(label: string): Promise<void> {
    if (this.dead) return nothingMore;
    this.passed.push(label);
    if (this.passed.length !== this.killAt) return;
    this.dead = true;
    this.end(new Killed(label));
    return nothingMore;
  }
}
