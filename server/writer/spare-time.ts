/** When the writer does what is no request: a step at a time, with room for requests between, and the rest when none came for a while. */

/** Between two steps, each some milliseconds long. */
const PAUSE_MS = 20;
const IDLE_MS = 500;

export class SpareTime {
  readonly #steps: (now: number) => Iterator<void>;
  readonly #whenIdle: () => boolean;
  #running: Iterator<void> | null = null;
  /** What to begin with after what is running. */
  #next: number | null = null;
  #turn: NodeJS.Timeout | undefined;
  #idle: NodeJS.Timeout | undefined;

  /** `whenIdle` says whether it is done; else it is asked again. Both must not throw but for what must end the writer. */
  constructor(steps: (now: number) => Iterator<void>, whenIdle: () => boolean) {
    this.#steps = steps;
    this.#whenIdle = whenIdle;
  }

  /** `now` in ms since 1970. */
  begin(now: number): void {
    this.#next = now;
    if (this.#running === null) this.#takeTurn();
  }

  /** To be told of every write. */
  written(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      if (!this.#whenIdle()) this.written();
    }, IDLE_MS);
  }

  stop(): void {
    clearTimeout(this.#turn);
    clearTimeout(this.#idle);
  }

  #takeTurn(): void {
    // One turn at a time: what began twice before the first must not go on after `stop`.
    clearTimeout(this.#turn);
    this.#turn = setTimeout(() => {
      if (this.#running === null && this.#next !== null) {
        this.#running = this.#steps(this.#next);
        this.#next = null;
      }
      if (this.#running?.next().done) this.#running = null;
      this.written();
      if (this.#running !== null || this.#next !== null) this.#takeTurn();
    }, PAUSE_MS);
  }
}
