/**
 * Work in rounds, one after the other: a nudge at any moment of a round makes another, so none is lost between its last look and its
 * end. `failed` is told of a round that broke off; the next nudge begins anew.
 */
export class NudgedLoop {
  private running: Promise<void> | undefined;
  private again = false;
  private ended = false;

  constructor(
    private readonly round: () => Promise<void>,
    private readonly failed: (fault: unknown) => void,
  ) {}

  /** A round looks at this between two pieces of its work. */
  get closed(): boolean {
    return this.ended;
  }

  nudge(): Promise<void> {
    if (this.ended) return Promise.resolve();
    this.again = true;
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** Waits for the piece of work at hand. */
  async close(): Promise<void> {
    this.ended = true;
    await this.running;
  }

  private async run() {
    try {
      while (this.again && !this.ended) {
        this.again = false;
        await this.round();
      }
    } catch (fault) {
      this.failed(fault);
    }
  }
}
