/** What a start has begun and a stop has to end, last first. A fault in one of them stops none of the others. */
export class Undoing {
  private steps: (() => Promise<void>)[] = [];
  private ending: Promise<void> | undefined;

  constructor(private readonly fault: (fault: unknown) => void) {}

  add(step: () => Promise<void>) {
    this.steps.push(step);
  }

  undo(): Promise<void> {
    this.ending ??= this.run();
    return this.ending;
  }

  private async run() {
    for (const step of this.steps.reverse()) await step().catch(this.fault);
  }
}
