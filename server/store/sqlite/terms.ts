/** The registry of texts that repeat: a value of a field ↔ its id. 0 stands for "does not apply". */
import type { Connection, Statement } from "./open.ts";

const NOT_APPLICABLE = 0;

interface TermRow {
  id: number;
  field: string;
  value: string;
}

export class Terms {
  readonly #newer: Statement<[number], TermRow>;
  readonly #insert: Statement<[string, string]>;
  readonly #ids = new Map<string, Map<string, number>>();
  readonly #values: string[] = [""];

  constructor(db: Connection) {
    this.#newer = db.prepare("SELECT * FROM term WHERE id >= ? ORDER BY id");
    this.#insert = db.prepare("INSERT INTO term (field, value) VALUES (?, ?)");
    this.refresh();
  }

  /** Takes in what was registered since, by whatever connection. */
  refresh(): void {
    for (const row of this.#newer.iterate(this.#values.length)) this.#remember(row);
  }

  /** Forgets what a rolled back transaction had registered. */
  reset(): void {
    this.#ids.clear();
    this.#values.length = 1;
    this.refresh();
  }

  #remember({ id, field, value }: TermRow): void {
    const ids = this.#ids.get(field) ?? new Map<string, number>();
    this.#ids.set(field, ids.set(value, id));
    this.#values[id] = value;
  }

  find(field: string, value: string): number | undefined {
    return value === "" ? NOT_APPLICABLE : this.#ids.get(field)?.get(value);
  }

  /** Registers the value if it is new. */
  idOf(field: string, value: string): number {
    const known = this.find(field, value);
    if (known !== undefined) return known;
    const id = Number(this.#insert.run(field, value).lastInsertRowid);
    this.#remember({ id, field, value });
    return id;
  }

  /** The text of an id; ids that another connection has registered since are looked up. */
  valueOf(id: number): string {
    if (this.#values[id] === undefined) this.refresh();
    const value = this.#values[id];
    if (value === undefined) throw new Error(`no term ${id}`);
    return value;
  }

  /** How many values of a field are registered, those `besides` not counted. */
  countOf(field: string, besides: ReadonlySet<string>): number {
    const ids = this.#ids.get(field);
    if (ids === undefined) return 0;
    return ids.size - [...besides].filter((value) => ids.has(value)).length;
  }
}
