/** Columns that were read, the latest used ones: chunks never change, so what is here is never out of date. */
import type { Column } from "./column.ts";

const ROOM_BYTES = 32 * 1024 * 1024;

export class ColumnCache {
  readonly #columns = new Map<number, Column>();
  #bytes = 0;

  get(key: number, read: () => Column): Column {
    const known = this.#columns.get(key);
    if (known !== undefined) {
      this.#columns.delete(key);
      this.#columns.set(key, known);
      return known;
    }
    const column = read();
    this.#columns.set(key, column);
    this.#bytes += sizeOf(column);
    for (const [oldest, { values, codes }] of this.#columns) {
      if (this.#bytes <= ROOM_BYTES) break;
      this.#columns.delete(oldest);
      this.#bytes -= sizeOf({ values, codes });
    }
    return column;
  }
}

function sizeOf({ values, codes }: Column): number {
  return values.byteLength + (codes?.byteLength ?? 0) + 100;
}
