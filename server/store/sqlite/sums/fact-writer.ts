/** Facts as the fold gives them → rows of numbers. */
import {
  detailFields,
  dimensionFields,
  type FactDetails,
  type FactDimensions,
  type FactKind,
} from "../../../fold/facts.ts";
import { at, WIDTH } from "./fact-rows.ts";

type IdOf = (field: string, value: string) => number;

/** Writes facts as rows. Those of the same dimensions come one after the other, often with the same object: looked up once. */
export class FactWriter {
  readonly #idOf: IdOf;
  readonly #ids = new Int32Array(WIDTH);
  #dims: FactDimensions | null = null;

  constructor(idOf: IdOf) {
    this.#idOf = idOf;
  }

  /** To be called when ids may be others. */
  forget(): void {
    this.#dims = null;
  }

  /** Fills the row that begins at `start`. */
  fill(
    numbers: Int32Array,
    start: number,
    kind: FactKind,
    day: number,
    dims: FactDimensions | null,
    details: FactDetails,
    x: number,
    n: number,
  ): void {
    if (dims === null) numbers.fill(0, start, start + WIDTH);
    else {
      if (dims !== this.#dims) this.#lookUp(dims);
      numbers.set(this.#ids, start);
    }
    numbers[start + at.kind] = this.#idOf("kind", kind);
    for (const name of detailFields) {
      const value = details[name];
      if (value !== undefined) numbers[start + at[name]] = this.#idOf(name, String(value));
    }
    numbers[start + at.day] = day;
    numbers[start + at.x] = x;
    numbers[start + at.n] = n;
  }

  #lookUp(dims: FactDimensions): void {
    for (const name of dimensionFields) this.#ids[at[name]] = this.#idOf(name, dims[name]);
    this.#dims = dims;
  }
}
