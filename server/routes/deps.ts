/** What routes are given: no route opens, reads the clock, or knows where data lie by itself. */
import type { Answers } from "../http/answers.ts";
import type { Log } from "../http/log.ts";
import type { Reader } from "../reader/reader.ts";
import type { Store } from "../store/store.ts";
import type { Writer } from "../writer/writer.ts";

export interface Deps {
  store: Store;
  writer: Writer;
  reader: Reader;
  /** ms since 1970. */
  clock: () => number;
  log: Log;
  answers: Answers;
  /** Names this build: answers of another may differ. */
  build: string;
  /** Whose data this is. */
  world: "demo" | "own";
  /** Serves the other database from now on. */
  switchWorld: (to: "demo" | "own") => Promise<void>;
}
