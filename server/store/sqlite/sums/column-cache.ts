/** Columns that were read, the latest used ones: chunks never change, so what is here is never out of date. */
import type { Column } from "./column.ts";

const ROOM_BYTES = 32 * 1024 * 1024;
/** Where there is too much, so much of it stays: the oldest are looked for once in a while. */
const STAYING = 3 / 4;

export class ColumnCache {
  readonly #columns = new Map<number, { column: Column; usedAt: number }>();
  #bytes = 0;
  #uses = 0;

  get(key: number, read: () => Column): Column {
    this.#uses += 1;
    const known = this.#columns.get(key);
    if (known !== undefined) {
      known.usedAt = this.#uses;
      return known.column;
    }
    const column = read();
    this.#columns.set(key, { column, usedAt: this.#uses });
    this.#bytes += sizeOf(column);
    if (this.#bytes > ROOM_BYTES) this.#makeRoom();
    return column;
  }

  #makeRoom(): void {
    const oldestFirst = [...this.#columns].sort(([, a], [, b]) => a.usedAt - b.usedAt);
    for (const [key, { column }] of oldestFirst) {
      if (this.#bytes <= STAYING * ROOM_BYTES) break;
      this.#columns.delete(key);
      this.#bytes -= sizeOf(column);
    }
  }
}

function sizeOf({ values, codes }: Column): number {
  return values.byteLength + (codes?.byteLength ?? 0) + 100;
}
