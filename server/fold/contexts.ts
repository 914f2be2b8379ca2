/** What later answers inherit from: prompts, dismissals, grants and declines. */

/** The latest of them under its notice. */
export interface Context {
  readonly notice: string | null;
  /** What it states, completed by its exposure. */
  readonly experiment: string | null;
}

/** The latest contexts of any purpose, by notice. */
export class Contexts {
  #latest: Context | null = null;
  /** Of the other notices; made for the second. */
  #byNotice: Map<string | null, Context> | null = null;

  take(context: Context): void {
    const last = this.#latest;
    if (last !== null && last.notice !== context.notice) {
      this.#byNotice ??= new Map();
      this.#byNotice.set(last.notice, last);
    }
    this.#latest = context;
  }

  /** What an answer that states this notice, or none, inherits from. */
  before(notice: string | null): Context | null {
    if (notice === null || this.#latest?.notice === notice) return this.#latest;
    return this.#byNotice?.get(notice) ?? null;
  }
}
