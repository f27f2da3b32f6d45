// @ts-check

/**
 * An LRU cache bounded by bytes.
 * @template T
 */
export class ByteLimitedMap {
  /** @type {Map<string, { value: T, bytes: number }>} in the order of use */
  #entries = new Map();
  #bytes = 0;
  #limit;
  #onEvict;

  /**
   * @param {number} limit in bytes
   * @param {(key: string) => void} onEvict called with every evicted key
   */
  constructor(limit, onEvict) {
    this.#limit = limit;
    this.#onEvict = onEvict;
  }

  get bytes() {
    return this.#bytes;
  }

  /** @param {string} key */
  get(key) {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /**
   * @param {string} key
   * @param {T} value
   * @param {number} bytes the size of the value; one above the limit is not stored
   */
  set(key, value, bytes) {
    this.delete(key);
    this.#entries.set(key, { value, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#limit) return;
      this.delete(oldest);
      this.#onEvict(oldest);
    }
  }

  /** @param {string} key */
  delete(key) {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes -= entry.bytes;
  }
}
