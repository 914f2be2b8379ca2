/** Which hashes were never added, told from memory for most of them (a Bloom filter with two bits a hash). */

/** How many hashes there are: of 44 bits. */
export const HASHES = 2 ** 44;
/** 16 MB: of 10 million hashes 2 in 100 others are taken for one of them, of 20 million 7, of 100 million 60. */
const BITS = 2 ** 27;
/** Both places of a hash are taken from it: its last 27 bits, and its first. */
const FIRST = HASHES / BITS;

export class HashFilter {
  readonly #bytes = new Uint8Array(BITS / 8);

  add(hash: number): void {
    this.#set(hash % BITS);
    this.#set(Math.floor(hash / FIRST));
  }

  /** False of what was never added for sure. */
  mayHold(hash: number): boolean {
    return this.#has(hash % BITS) && this.#has(Math.floor(hash / FIRST));
  }

  #set(bit: number): void {
    this.#bytes[bit >> 3] = (this.#bytes[bit >> 3] ?? 0) | (1 << (bit & 7));
  }

  #has(bit: number): boolean {
    return ((this.#bytes[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  }
}
