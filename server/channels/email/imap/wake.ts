/** Something to sleep on: `wake` ends the sleep, or the next one should nobody sleep at that moment. */
export class Wake {
  private called = false;
  private sleeper: (() => void) | undefined;

  wake = () => {
    this.called = true;
    this.sleeper?.();
  };

  /** Forgets calls so far: what they were about is being looked at now. */
  clear() {
    this.called = false;
  }

  async sleep(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    if (!this.called)
      await new Promise<void>((resolve) => {
        this.sleeper = resolve;
        timer = setTimeout(resolve, ms);
        timer.unref();
      });
    clearTimeout(timer);
    this.sleeper = undefined;
    this.called = false;
  }
}
