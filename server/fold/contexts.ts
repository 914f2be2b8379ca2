/** What later answers inherit from: prompts, dismissals, grants and declines. */

/** One of them, its experiment completed. */
export interface Context {
  notice: string | null;
  experiment: string | null;
}

/** The latest context of any purpose, of all notices and by notice. */
export class Contexts {
  #latest: Context | null = null;
  readonly #byNotice = new Map<string | null, Context>();

  take(context: Context): void {
    this.#latest = context;
    this.#byNotice.set(context.notice, context);
  }

  /** What an answer that states this notice, or none, inherits from. */
  before(notice: string | null): Context | null {
    return notice === null ? this.#latest : (this.#byNotice.get(notice) ?? null);
  }
}
