/** How long something took, asked again and again. */
export class Latencies {
  private readonly taken: number[] = [];

  async time<T>(work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const answer = await work();
    this.taken.push(performance.now() - start);
    return answer;
  }

  /** ms, of 100 the `percent`th. */
  at(percent: number): number {
    const sorted = [...this.taken].sort((a, b) => a - b);
    return Math.round(sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN);
  }

  toString = () => `p50 ${this.at(50)} ms, p95 ${this.at(95)} ms, most ${this.at(100)} ms (${this.taken.length} times)`;
}
