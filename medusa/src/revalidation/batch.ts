/** Collects what comes in quick succession and hands it on together, a moment after the first. */
export class Batch<T> {
  private waiting: T[] = [];

  constructor(
    private readonly delayMs: number,
    private readonly handle: (entries: T[]) => Promise<void>,
  ) {}

  add(entries: T[]): void {
    if (!entries.length) return;
    if (!this.waiting.length) setTimeout(() => this.flush(), this.delayMs);
    this.waiting.push(...entries);
  }

  private flush(): void {
    const entries = this.waiting;
    this.waiting = [];
    void this.handle(entries);
  }
}
