/** Adds up numbers by group, a group being a whole number below `groups`: in a plain list where that is short, else by hashing. */
import { type Codes, type Column, codesOf } from "./column.ts";

const SHORT = 1 << 20;
const FIRST_SLOTS = 1 << 12;
const EMPTY = -1;

/** Starts and ends of rows in turn. */
export type Stretches = readonly number[];

/** A column of which each value's place counts so much in the number of a row's group. */
export interface Telling {
  codes: Codes;
  places: Int32Array;
  weight: number;
}

/** Rows of a part, what tells their groups, and how often each occurs. */
export interface Numbered {
  /** Stretches where no row in them was taken out. */
  left: Stretches | Uint32Array;
  /** What the number of each group begins with. */
  offset: number;
  telling: readonly Telling[];
  n: Column;
}

export interface GroupSums {
  add(numbered: Numbered): void;
  /** Sums other than 0, in no order. */
  each(take: (group: number, sum: number) => void): void;
}

export function groupSums(groups: number): GroupSums {
  return groups <= SHORT ? listOfSums(groups) : hashOfSums();
}

/** Of rows that nothing tells apart. */
const alike: Column = { values: new Int32Array(1), codes: null };

/** The numbers of groups, for the most rows so far. In a list they are small: loops over such whole numbers take half as long. */
let room = new Int32Array(0);

function roomFor(rows: number): Int32Array {
  if (room.length < rows) room = new Int32Array(2 * rows);
  return room;
}

function listOfSums(groups: number): GroupSums {
  const sums = new Float64Array(groups);
  return {
    add({ left, offset, telling: [first, ...others], n }) {
      const end = endOf(left);
      const counted = { codes: codesOf(n, end), values: n.values };
      const last = first ?? { codes: codesOf(alike, end), places: alike.values, weight: 0 };
      if (left instanceof Uint32Array) {
        const numbers = roomFor(left.length).fill(offset, 0, left.length);
        for (const one of others) tellRows(one, left, numbers);
        addRows(last, left, numbers, counted, sums);
        return;
      }
      for (let i = 0; i < left.length; i += 2) {
        const [start, end] = [left[i] ?? 0, left[i + 1] ?? 0];
        const numbers = roomFor(end - start).fill(offset, 0, end - start);
        for (const one of others) tellStretch(one, start, end, numbers);
        addStretch(last, start, end, numbers, counted, sums);
      }
    },
    each(take) {
      for (let group = 0; group < groups; group += 1) {
        const sum = sums[group] ?? 0;
        if (sum !== 0) take(group, sum);
      }
    },
  };
}

/** After the last row. */
function endOf(left: Stretches | Uint32Array): number {
  const last = left.at(-1) ?? 0;
  return left instanceof Uint32Array ? last + 1 : last;
}

function tellStretch(
  { codes, places, weight }: Telling,
  start: number,
  end: number,
  numbers: Int32Array,
): void {
  for (let row = start; row < end; row += 1) {
    const i = row - start;
    numbers[i] = (numbers[i] ?? 0) + Math.imul(weight, places[codes[row] ?? 0] ?? 0);
  }
}

interface Counted {
  codes: Codes;
  values: Int32Array;
}

/** By the numbers of the rows' groups as far as others tell them, and by what tells the rest. Neighbours are often of one group. */
function addStretch(
  { codes, places, weight }: Telling,
  start: number,
  end: number,
  numbers: Int32Array,
  n: Counted,
  sums: Float64Array,
): void {
  const { codes: nCodes, values } = n;
  let [group, sum] = [0, 0];
  for (let row = start; row < end; row += 1) {
    const own = Math.imul(weight, places[codes[row] ?? 0] ?? 0);
    const next = (numbers[row - start] ?? 0) + own;
    if (next !== group) {
      sums[group] = (sums[group] ?? 0) + sum;
      [group, sum] = [next, 0];
    }
    sum += values[nCodes[row] ?? 0] ?? 0;
  }
  sums[group] = (sums[group] ?? 0) + sum;
}

function tellRows(
  { codes, places, weight }: Telling,
  rows: Uint32Array,
  numbers: Int32Array,
): void {
  for (let i = 0; i < rows.length; i += 1) {
    numbers[i] = (numbers[i] ?? 0) + Math.imul(weight, places[codes[rows[i] ?? 0] ?? 0] ?? 0);
  }
}

function addRows(
  { codes, places, weight }: Telling,
  rows: Uint32Array,
  numbers: Int32Array,
  n: Counted,
  sums: Float64Array,
): void {
  const { codes: nCodes, values } = n;
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    const group = (numbers[i] ?? 0) + Math.imul(weight, places[codes[row] ?? 0] ?? 0);
    sums[group] = (sums[group] ?? 0) + (values[nCodes[row] ?? 0] ?? 0);
  }
}

function hashOfSums(): GroupSums {
  let keys = new Float64Array(FIRST_SLOTS).fill(EMPTY);
  let sums = new Float64Array(FIRST_SLOTS);
  let taken = 0;

  function slotOf(group: number): number {
    const mask = keys.length - 1;
    const low = group | 0;
    const high = Math.floor(group / 4_294_967_296) | 0;
    let slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 7;
    for (slot &= mask; keys[slot] !== EMPTY && keys[slot] !== group; slot = (slot + 1) & mask);
    return slot;
  }

  function grow(): void {
    const [oldKeys, oldSums] = [keys, sums];
    keys = new Float64Array(2 * oldKeys.length).fill(EMPTY);
    sums = new Float64Array(keys.length);
    for (let i = 0; i < oldKeys.length; i += 1) {
      const key = oldKeys[i] ?? EMPTY;
      if (key === EMPTY) continue;
      const slot = slotOf(key);
      keys[slot] = key;
      sums[slot] = oldSums[i] ?? 0;
    }
  }

  function addTo(group: number, n: number): void {
    let slot = slotOf(group);
    if (keys[slot] === EMPTY) {
      if (2 * taken >= keys.length) {
        grow();
        slot = slotOf(group);
      }
      keys[slot] = group;
      taken += 1;
    }
    sums[slot] = (sums[slot] ?? 0) + n;
  }

  function addRow({ offset, telling, n }: Numbered, nCodes: Codes, row: number): void {
    let group = offset;
    for (const { codes, places, weight } of telling)
      group += weight * (places[codes[row] ?? 0] ?? 0);
    addTo(group, n.values[nCodes[row] ?? 0] ?? 0);
  }

  return {
    add(numbered) {
      const { left, n } = numbered;
      const codes = codesOf(n, endOf(left));
      if (left instanceof Uint32Array) {
        for (const row of left) addRow(numbered, codes, row);
        return;
      }
      for (let i = 0; i < left.length; i += 2) {
        const end = left[i + 1] ?? 0;
        for (let row = left[i] ?? 0; row < end; row += 1) addRow(numbered, codes, row);
      }
    },
    each(take) {
      for (let slot = 0; slot < keys.length; slot += 1) {
        const sum = sums[slot] ?? 0;
        if (sum !== 0) take(keys[slot] ?? 0, sum);
      }
    },
  };
}
