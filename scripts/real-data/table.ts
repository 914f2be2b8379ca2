// CSV with quoted fields, which may hold commas, doubled quotes and line ends.

export type Row = { text: (column: string) => string; number: (column: string) => number | null };

export function table(csv: string): Row[] {
  const [head = [], ...lines] = records(csv.replace(/^\uFEFF/, ""));
  const places = new Map(head.map((column, place) => [column, place]));
  return lines.map((fields) => {
    const text = (column: string) => {
      const place = places.get(column);
      const field = place === undefined ? undefined : fields[place];
      if (field === undefined) throw new Error(`no column ${column}`);
      return field;
    };
    return { text, number: (column) => numberOf(text(column), column) };
  });
}

/** A blank is an answer that is missing, not a 0. */
function numberOf(field: string, column: string): number | null {
  if (field === "" || field === "NA") return null;
  const value = Number(field);
  if (Number.isNaN(value)) throw new Error(`${column} is no number: ${field}`);
  return value;
}

function records(csv: string): string[][] {
  const all: string[][] = [];
  let record: string[] = [];
  for (const match of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    const [, quoted, plain = "", end] = match;
    // The last, empty match is the end of the text, not a record.
    if (match[0] === "" && record.length === 0) break;
    record.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ",") continue;
    all.push(record);
    record = [];
  }
  return all;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The rows whose columns are all filled in, as numbers. */
export function complete<Column extends string>(
  rows: readonly Row[],
  columns: readonly Column[],
): Record<Column, number>[] {
  return rows.flatMap((row) => {
    const values = columns.map((column) => [column, row.number(column)] as const);
    if (values.some(([, value]) => value === null)) return [];
    return [Object.fromEntries(values) as Record<Column, number>];
  });
}
