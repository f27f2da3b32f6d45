/** Collects entries and passes them on together, after a delay from the first. */
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
