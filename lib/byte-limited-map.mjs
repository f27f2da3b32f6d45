// @ts-check

/**
 * A map that holds so many bytes and no more: what was used longest ago goes first.
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
   * @param {(key: string) => void} onEvict told of every key that has gone to make room
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
   * @param {number} bytes what the value takes; more than the limit is not kept
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
