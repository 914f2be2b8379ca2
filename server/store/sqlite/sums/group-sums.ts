/** Adds up numbers by group, a group being a whole number below `groups`: in a plain list where that is short, else by hashing. */
import type { Codes } from "./column.ts";

const SHORT = 1 << 20;
const FIRST_SLOTS = 1 << 12;
const EMPTY = -1;

/** Rows with the number of the group of each, and their column of n. */
export interface Numbered {
  groups: Float64Array;
  rows: Uint32Array;
  count: number;
  codes: Codes;
  values: Int32Array;
}

export interface GroupSums {
  addAll(numbered: Numbered): void;
  /** Sums other than 0, in no order. */
  each(take: (group: number, sum: number) => void): void;
}

export function groupSums(groups: number): GroupSums {
  return groups <= SHORT ? listOfSums(groups) : hashOfSums();
}

function listOfSums(groups: number): GroupSums {
  const sums = new Float64Array(groups);
  return {
    addAll({ groups: numbers, rows, count, codes, values }) {
      for (let i = 0; i < count; i += 1) {
        const group = numbers[i] ?? 0;
        sums[group] = (sums[group] ?? 0) + (values[codes[rows[i] ?? 0] ?? 0] ?? 0);
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

  function add(group: number, n: number): void {
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

  return {
    addAll({ groups, rows, count, codes, values }) {
      for (let i = 0; i < count; i += 1) {
        add(groups[i] ?? 0, values[codes[rows[i] ?? 0] ?? 0] ?? 0);
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
