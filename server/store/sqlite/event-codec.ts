/**
 * Events as bytes. A part holds a few dozen events of one subject in the order in which they came in:
 *
 *     part:  how many (1 byte) · `at` of the last one (6 bytes) · the events
 *     event: what is small (1 byte) · which fields follow (varint) · ms since the one before (zigzag varint; not of the first) ·
 *            those fields · the id
 *
 * Dimensions follow only where they are not those of the event before; texts that repeat are ids of their terms. Numbers on
 * disk never change their meaning: what comes later is put at the end of a list.
 */
import type { EventType, Generation, Method } from "#shared/vocabulary.ts";
import type { ConsentEvent } from "../../fold/event.ts";

/** Texts that repeat ↔ their ids, which are whole numbers from 1. */
export interface Dictionary {
  idOf(field: string, value: string): number;
  valueOf(id: number): string;
}

/** So many events make a part full. */
export const PART_EVENTS = 64;

const TYPES = [
  "prompt_shown",
  "granted",
  "declined",
  "dismissed",
  "withdrawal_started",
  "withdrawn",
  "survey_answered",
] as const satisfies readonly EventType[];
const GENERATIONS = [
  null,
  "silent",
  "boomer",
  "gen_x",
  "millennial",
  "gen_z",
  "gen_alpha",
  "unknown",
] as const satisfies readonly (Generation | null)[];
const METHODS = ["explicit", "signal", "assisted", "implicit"] as const satisfies readonly Method[];

const CARRIED = [
  "purpose",
  "notice",
  "channel",
  "region",
  "segment",
  "locale",
  "experiment",
  "variant",
] as const;
const TERMS = ["reason", "survey", "question"] as const;
const NUMBERS = ["durationMs", "steps", "score", "scale"] as const;

/** Bits of "which fields follow": those of most events first, so that one byte holds them. */
const IS_UUID = 1;
const BITS = {
  purpose: 1 << 1,
  notice: 1 << 2,
  durationMs: 1 << 3,
  steps: 1 << 4,
  reason: 1 << 5,
  score: 1 << 6,
  scale: 1 << 7,
  survey: 1 << 8,
  question: 1 << 9,
  channel: 1 << 10,
  region: 1 << 11,
  segment: 1 << 12,
  locale: 1 << 13,
  experiment: 1 << 14,
  variant: 1 << 15,
} as const;

/** In the order of their fields. */
const bitsOf = (fields: readonly (keyof typeof BITS)[]) => fields.map((field) => BITS[field]);
const [CARRIED_BITS, NUMBER_BITS, TERM_BITS] = [bitsOf(CARRIED), bitsOf(NUMBERS), bitsOf(TERMS)];

const HEADER_BYTES = 7;
const NEW_PART = new Uint8Array(HEADER_BYTES);
/** More than any event takes: 128 characters of 4 bytes, and all fields. */
const MOST_BYTES = 1024;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HEX = /^(?:[0-9a-f]{2})+$/;

/** Enough for the longest part so far: what is made in it is copied out. */
let room = Buffer.alloc(PART_EVENTS * MOST_BYTES);

function roomFor(bytes: number): Buffer {
  if (room.length < bytes) room = Buffer.alloc(2 * bytes);
  return room;
}

export function countOf(part: Uint8Array): number {
  return part[0] ?? 0;
}

/** The part with further events behind its own; null for a new one. `at` must lie between 1970 and the year 10 000. */
export function appended(
  part: Uint8Array | null,
  events: readonly ConsentEvent[],
  terms: Dictionary,
): Buffer {
  const before = part ?? NEW_PART;
  const writer = new Writer(roomFor(before.length + events.length * MOST_BYTES), terms);
  writer.bytes.set(before);
  writer.end = before.length;
  const last = lastOf(before);
  let at = part === null ? null : last.at;
  for (const event of events) {
    writer.event(event, at === null ? null : event.at - at, last.carried);
    at = event.at;
  }
  writer.bytes[0] = countOf(before) + events.length;
  writer.bytes.writeUIntLE(at ?? 0, 1, 6);
  return Buffer.from(writer.bytes.subarray(0, writer.end));
}

export function eventsIn(part: Uint8Array, terms: Dictionary): ConsentEvent[] {
  const reader = new Reader(part);
  const events: ConsentEvent[] = [];
  while (reader.next()) events.push(reader.event(terms));
  // Only now is it known when the first one was.
  const first = reader.lastAt - reader.sinceFirst;
  for (const event of events) event.at += first;
  return events;
}

/** The ids alone. */
export function idsIn(part: Uint8Array): string[] {
  const reader = new Reader(part);
  const ids: string[] = [];
  while (reader.next()) ids.push(reader.id());
  return ids;
}

function lastOf(part: Uint8Array): { at: number; carried: number[] } {
  const reader = new Reader(part);
  while (reader.next());
  return { at: reader.lastAt, carried: reader.carried };
}

class Writer {
  readonly bytes: Buffer;
  readonly #terms: Dictionary;
  end = 0;

  constructor(room: Buffer, terms: Dictionary) {
    this.bytes = room;
    this.#terms = terms;
  }

  /** `carried` are the ids of the dimensions of the event before, and then of this one. */
  event(event: ConsentEvent, sinceLast: number | null, carried: number[]): void {
    const isUuid = UUID.test(event.id);
    let bits = isUuid ? IS_UUID : 0;
    for (let i = 0; i < CARRIED.length; i += 1) {
      const id = this.#idOf(CARRIED[i] as (typeof CARRIED)[number], event);
      if (id !== carried[i]) bits |= CARRIED_BITS[i] ?? 0;
      carried[i] = id;
    }
    for (let i = 0; i < NUMBERS.length; i += 1)
      if (event[NUMBERS[i] as (typeof NUMBERS)[number]] !== null) bits |= NUMBER_BITS[i] ?? 0;
    for (let i = 0; i < TERMS.length; i += 1)
      if (event[TERMS[i] as (typeof TERMS)[number]] !== null) bits |= TERM_BITS[i] ?? 0;
    const type = TYPES.indexOf(event.type);
    const generation = GENERATIONS.indexOf(event.generation);
    this.bytes[this.end++] = type | (generation << 3) | (METHODS.indexOf(event.method) << 6);
    this.#varint(bits);
    if (sinceLast !== null) this.#varint(sinceLast < 0 ? -2 * sinceLast - 1 : 2 * sinceLast);
    for (let i = 0; i < CARRIED.length; i += 1)
      if ((bits & (CARRIED_BITS[i] ?? 0)) !== 0) this.#varint(carried[i] ?? 0);
    for (let i = 0; i < NUMBERS.length; i += 1) {
      const value = event[NUMBERS[i] as (typeof NUMBERS)[number]];
      if (value !== null) this.#varint(value);
    }
    for (let i = 0; i < TERMS.length; i += 1)
      if ((bits & (TERM_BITS[i] ?? 0)) !== 0)
        this.#varint(this.#idOf(TERMS[i] as (typeof TERMS)[number], event));
    if (isUuid) this.#uuid(event.id);
    else this.#otherId(event.id);
  }

  #idOf(field: (typeof CARRIED)[number] | (typeof TERMS)[number], event: ConsentEvent): number {
    const value = event[field];
    return value === null ? 0 : this.#terms.idOf(field, value);
  }

  /** Whole numbers from 0 to 2^53. */
  #varint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.bytes[this.end++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.bytes[this.end++] = rest;
  }

  #uuid(id: string): void {
    for (let i = 0; i < id.length; i += 2) {
      if (id.charCodeAt(i) === HYPHEN) i += 1;
      this.bytes[this.end++] = (digitOf(id.charCodeAt(i)) << 4) | digitOf(id.charCodeAt(i + 1));
    }
  }

  #otherId(id: string): void {
    if (HEX.test(id)) {
      this.#varint(id.length + 1);
      this.end += this.bytes.write(id, this.end, "hex");
      return;
    }
    this.#varint(Buffer.byteLength(id) * 2);
    this.end += this.bytes.write(id, this.end, "utf8");
  }
}

const [HYPHEN, NINE, LETTER_A] = [0x2d, 0x39, 0x61];

/** Of a lower-case hexadecimal digit's character. */
function digitOf(code: number): number {
  return code <= NINE ? code - 0x30 : code - LETTER_A + 10;
}

class Reader {
  readonly #bytes: Buffer;
  readonly lastAt: number;
  readonly carried: number[] = new Array<number>(CARRIED.length).fill(0);
  /** ms from the part's first event to this one. */
  sinceFirst = 0;
  #at = HEADER_BYTES;
  #read = 0;
  #head = 0;
  #bits = 0;
  readonly #numbers: (number | null)[] = [null, null, null, null];
  readonly #terms: number[] = [0, 0, 0];
  #idAt = 0;
  #idLength = 0;

  constructor(part: Uint8Array) {
    this.#bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    this.lastAt = this.#bytes.readUIntLE(1, 6);
  }

  /** Goes on to the next event, if there is one. */
  next(): boolean {
    if (this.#read === this.#bytes[0]) return false;
    this.#head = this.#bytes[this.#at++] ?? 0;
    const bits = this.#varint();
    this.#bits = bits;
    if (this.#read > 0) {
      const zigzag = this.#varint();
      this.sinceFirst += zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
    }
    this.#read += 1;
    for (let i = 0; i < CARRIED.length; i += 1)
      if ((bits & (CARRIED_BITS[i] ?? 0)) !== 0) this.carried[i] = this.#varint();
    for (let i = 0; i < NUMBERS.length; i += 1)
      this.#numbers[i] = (bits & (NUMBER_BITS[i] ?? 0)) === 0 ? null : this.#varint();
    for (let i = 0; i < TERMS.length; i += 1)
      this.#terms[i] = (bits & (TERM_BITS[i] ?? 0)) === 0 ? 0 : this.#varint();
    // Twice the bytes of a text; twice the bytes of a hexadecimal number and one.
    this.#idLength = (bits & IS_UUID) === 0 ? this.#varint() : 33;
    this.#idAt = this.#at;
    this.#at += Math.floor(this.#idLength / 2);
    return true;
  }

  id(): string {
    const isHex = this.#idLength % 2 === 1;
    const text = this.#bytes.toString(isHex ? "hex" : "utf8", this.#idAt, this.#at);
    if ((this.#bits & IS_UUID) === 0) return text;
    return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
  }

  /** Its `at` is in ms since the part's first event. */
  event(terms: Dictionary): ConsentEvent {
    const text = (id = 0): string | null => (id === 0 ? null : terms.valueOf(id));
    const [
      purpose = 0,
      notice,
      channel = 0,
      region = 0,
      segment = 0,
      locale = 0,
      experiment,
      variant,
    ] = this.carried;
    const [durationMs = null, steps = null, score = null, scale = null] = this.#numbers;
    const [reason, survey, question] = this.#terms;
    return {
      id: this.id(),
      type: TYPES[this.#head & 7] as EventType,
      at: this.sinceFirst,
      purpose: terms.valueOf(purpose),
      notice: text(notice),
      channel: terms.valueOf(channel),
      region: terms.valueOf(region),
      segment: terms.valueOf(segment),
      locale: terms.valueOf(locale),
      generation: GENERATIONS[(this.#head >> 3) & 7] ?? null,
      experiment: text(experiment),
      variant: text(variant),
      method: METHODS[this.#head >> 6] as Method,
      durationMs,
      steps,
      reason: text(reason),
      survey: text(survey),
      question: text(question),
      scale,
      score,
    };
  }

  #varint(): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.#bytes[this.#at++] ?? 0;
      if (byte < 128) return value + byte * factor;
      value += (byte - 128) * factor;
      factor *= 128;
    }
  }
}
