/**
 * One column of whole numbers as it is kept and read: its distinct values in ascending order, and for each row which of them
 * it is. Columns of sorted rows hold few values in long runs, which is what makes them small.
 */
export interface Column {
  values: Int32Array;
  /** Positions in `values`; null where all rows have the only one. */
  codes: Codes | null;
}

/** Two kinds only, so that loops over them stay fast. */
export type Codes = Uint16Array | Uint32Array;

const HEADER_BYTES = 8;
const WORD = 4;
/** How wide a range of numbers may be to be told apart by a table: in all, and for each row. */
const TABLE_RANGE = 1 << 20;
const TABLE_RANGE_A_ROW = 16;
type Form = "constant" | "nibbles" | "bytes" | "codes" | "runs";
const forms: readonly Form[] = ["constant", "nibbles", "bytes", "codes", "runs"];
const NIBBLES_HOLD = 1 << 4;
const BYTES_HOLD = 1 << 8;
const CODES_HOLD = 1 << 16;

export function columnOf(numbers: Int32Array): Column {
  const values = distinct(numbers);
  if (values.length <= 1) return { values, codes: null };
  const codes = newCodes(values.length, numbers.length);
  const first = values[0] ?? 0;
  const range = (values.at(-1) ?? 0) - first + 1;
  if (hasTable(range, numbers.length)) {
    const table = new Uint32Array(range);
    for (let i = 0; i < values.length; i += 1) table[(values[i] ?? 0) - first] = i;
    for (let i = 0; i < numbers.length; i += 1) codes[i] = table[(numbers[i] ?? 0) - first] ?? 0;
  } else {
    const table = new Map([...values].map((value, i) => [value, i]));
    for (let i = 0; i < numbers.length; i += 1) codes[i] = table.get(numbers[i] ?? 0) ?? 0;
  }
  return { values, codes };
}

/** The numbers again. */
export function numbersOf({ values, codes }: Column, rows: number): Int32Array {
  const numbers = new Int32Array(rows);
  if (codes === null) return numbers.fill(values[0] ?? 0);
  for (let i = 0; i < rows; i += 1) numbers[i] = values[codes[i] ?? 0] ?? 0;
  return numbers;
}

/** What all rows have is the first of its values. */
let zeros: Codes = new Uint16Array(0);

/** The codes; all 0 where there is but one value. */
export function codesOf({ codes }: Column, rows: number): Codes {
  if (codes !== null) return codes;
  if (zeros.length < rows) zeros = new Uint16Array(2 * rows);
  return zeros;
}

/** The first position, from `start` on and below `end`, of an ascending stretch with at least this; else `end`. */
export function firstFrom(
  sorted: Codes | Int32Array,
  least: number,
  start: number,
  end: number,
): number {
  // Often all of it, or nothing.
  if (start >= end || (sorted[end - 1] ?? 0) < least) return end;
  let [low, high] = [start, (sorted[start] ?? 0) < least ? end - 1 : start];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function distinct(numbers: Int32Array): Int32Array {
  let [least, most] = [numbers[0] ?? 0, numbers[0] ?? 0];
  for (let i = 1; i < numbers.length; i += 1) {
    const value = numbers[i] ?? 0;
    if (value < least) least = value;
    else if (value > most) most = value;
  }
  if (least === most) return Int32Array.of(least);
  const range = most - least + 1;
  if (!hasTable(range, numbers.length)) return new Int32Array(new Set(numbers)).sort();
  const seen = new Uint8Array(range);
  for (let i = 0; i < numbers.length; i += 1) seen[(numbers[i] ?? 0) - least] = 1;
  const values: number[] = [];
  for (let i = 0; i < range; i += 1) if (seen[i] === 1) values.push(least + i);
  return Int32Array.from(values);
}

function hasTable(range: number, rows: number): boolean {
  return range <= Math.min(TABLE_RANGE, TABLE_RANGE_A_ROW * rows);
}

function newCodes(distinctValues: number, rows: number): Codes {
  return distinctValues <= CODES_HOLD ? new Uint16Array(rows) : new Uint32Array(rows);
}

/** Form, how many values, the values, then the codes: two a byte, one, as they are, or as runs (a code and a length each). */
export function encode({ values, codes }: Column): Buffer {
  const head = (form: Form): Buffer => {
    const bytes = Buffer.alloc(HEADER_BYTES);
    bytes.writeUInt32LE(forms.indexOf(form), 0);
    bytes.writeUInt32LE(values.length, WORD);
    return bytes;
  };
  const own = Buffer.from(values.buffer, values.byteOffset, values.byteLength);
  if (codes === null) return Buffer.concat([head("constant"), own]);
  const form = plainForm(values.length);
  const plainBytes =
    form === "nibbles"
      ? Math.ceil(codes.length / 2)
      : form === "bytes"
        ? codes.length
        : codes.byteLength;
  const starts = startsOfRuns(codes, plainBytes / (2 * WORD));
  if (starts.length * 2 * WORD < plainBytes) {
    const runs = new Uint32Array(starts.length * 2);
    for (const [i, start] of starts.entries()) {
      runs[2 * i] = codes[start] ?? 0;
      runs[2 * i + 1] = (starts[i + 1] ?? codes.length) - start;
    }
    return Buffer.concat([head("runs"), own, Buffer.from(runs.buffer)]);
  }
  return Buffer.concat([head(form), own, plainBytesOf(codes, form)]);
}

function plainForm(distinctValues: number): "nibbles" | "bytes" | "codes" {
  if (distinctValues <= NIBBLES_HOLD) return "nibbles";
  return distinctValues <= BYTES_HOLD ? "bytes" : "codes";
}

function plainBytesOf(codes: Codes, form: "nibbles" | "bytes" | "codes"): Buffer {
  if (form === "codes") return Buffer.from(codes.buffer, codes.byteOffset, codes.byteLength);
  if (form === "bytes") return Buffer.from(codes);
  const nibbles = Buffer.alloc(Math.ceil(codes.length / 2));
  for (let i = 0; i < codes.length; i += 1) {
    nibbles[i >> 1] = (nibbles[i >> 1] ?? 0) | ((codes[i] ?? 0) << (4 * (i & 1)));
  }
  return nibbles;
}

/** Looks only as far as there are no more than so many. */
function startsOfRuns(codes: Codes, most: number): number[] {
  const starts = [0];
  for (let i = 1; i < codes.length && starts.length <= most; i += 1) {
    if (codes[i] !== codes[i - 1]) starts.push(i);
  }
  return starts;
}

export function decode(data: Buffer, rows: number): Column {
  // A copy of its own, since views have to begin at whole words.
  const bytes = new Uint8Array(data).buffer;
  const [form = 0, count = 0] = new Uint32Array(bytes, 0, 2);
  const values = new Int32Array(bytes, HEADER_BYTES, count);
  const at = HEADER_BYTES + WORD * count;
  switch (forms[form]) {
    case "constant":
      return { values, codes: null };
    case "codes":
      return { values, codes: plainCodes(bytes, at, count, rows) };
    case "bytes":
      return { values, codes: Uint16Array.from(new Uint8Array(bytes, at, rows)) };
    case "nibbles": {
      const nibbles = new Uint8Array(bytes, at);
      const codes = new Uint16Array(rows);
      for (let i = 0; i < rows; i += 1) codes[i] = ((nibbles[i >> 1] ?? 0) >> (4 * (i & 1))) & 15;
      return { values, codes };
    }
    case "runs": {
      const runs = new Uint32Array(bytes, at);
      const codes = newCodes(count, rows);
      let row = 0;
      for (let i = 0; i < runs.length; i += 2) {
        const length = runs[i + 1] ?? 0;
        codes.fill(runs[i] ?? 0, row, row + length);
        row += length;
      }
      return { values, codes };
    }
    default:
      throw new Error(`a column has the unknown form ${form}`);
  }
}

function plainCodes(bytes: ArrayBuffer, at: number, values: number, rows: number): Codes {
  return values <= CODES_HOLD ? new Uint16Array(bytes, at, rows) : new Uint32Array(bytes, at, rows);
}
