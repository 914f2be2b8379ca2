/** What the writer thread is told, and what it answers. */
import type { ProblemCode } from "#shared/contract/errors.ts";
import type { BodyFormat, IntakeAnswer } from "#shared/contract/event.ts";
import type { RecordKind, Records } from "#shared/contract/record.ts";
import type { FirstSettings, SettingsPatch } from "#shared/contract/settings.ts";

export interface WriterSetup {
  /** The database file, made if it is not there. */
  file: string;
  /** The file of the key under which subjects are known. */
  keyFile: string;
  /** Settings of a new database. */
  initial: FirstSettings;
}

/** A record with its kind. */
export type KeptRecord = {
  [Kind in RecordKind]: { kind: Kind; record: Records[Kind] };
}[RecordKind];

export interface RecordName {
  kind: RecordKind;
  id: string;
}

/** Each command by name: what it is given, and what it gives back. `now` is in ms since 1970. */
export interface Commands {
  events: { given: { body: Uint8Array; format: BodyFormat; now: number }; gives: IntakeAnswer };
  counts: { given: { body: Uint8Array; format: BodyFormat; now: number }; gives: IntakeAnswer };
  putRecord: { given: KeptRecord; gives: null };
  /** All of it, or nothing. */
  changeRecords: {
    given: { put: readonly KeptRecord[]; remove: readonly RecordName[] };
    gives: null;
  };
  eraseSubject: { given: { subject: string; now: number }; gives: { erased: boolean } };
  putSeedState: { given: string; gives: null };
  patchSettings: { given: SettingsPatch; gives: null };
  /** Begins what is due by now, if it is not under way; answered before it is done. */
  tend: { given: { now: number }; gives: null };
  rebuild: { given: null; gives: { subjects: number } };
  close: { given: null; gives: null };
}
export type CommandName = keyof Commands;

export interface Request<Name extends CommandName = CommandName> {
  sequence: number;
  name: Name;
  given: Commands[Name]["given"];
}

export type Reply =
  | { sequence: number; gives: unknown }
  | { sequence: number; problem: { code: ProblemCode; detail: string } };
