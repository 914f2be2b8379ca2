/**
 * The one writer, on a thread of its own. Requests that wait are carried out together in one transaction (group commit), and
 * answered only when it is on disk. Where one fails, each is carried out by itself: savepoints would cost all that never fail a
 * copy of every page that they write.
 */
import {
  type MessagePort,
  parentPort,
  receiveMessageOnPort,
  workerData,
} from "node:worker_threads";
import { daysOfZone } from "#shared/zone.ts";
import { acceptCounts } from "../counts/accept.ts";
import { acceptEvents } from "../ingest/accept.ts";
import { KnownSubjects } from "../ingest/known-subjects.ts";
import { parseBatch, UnreadableBody } from "../ingest/parse-batch.ts";
import { fingerprint, pseudonymizer, readOrMakeKey } from "../ingest/pseudonym.ts";
import { eraseSubject } from "../jobs/erase.ts";
import { rebuild } from "../jobs/rebuild.ts";
import { refold } from "../jobs/refold.ts";
import { patchSettings } from "../jobs/settings.ts";
import { Upkeep } from "../jobs/upkeep.ts";
import { openWriteStore } from "../store/sqlite/writer.ts";
import type { WriteStore } from "../store/store.ts";
import type { CommandName, Commands, Reply, Request, WriterSetup } from "./commands.ts";
import { LogCopier } from "./log-copier.ts";
import { SpareTime } from "./spare-time.ts";

/** As many requests as share one flush to disk. */
const MAX_GROUP = 64;

type Handlers = {
  [Name in CommandName]: (given: Commands[Name]["given"]) => Commands[Name]["gives"];
};

/** A transaction: all or nothing. */
type Together = <T>(write: () => T) => T;

function handlersOf(
  store: WriteStore,
  setup: WriterSetup,
  key: Buffer,
  known: KnownSubjects,
  tend: (now: number) => void,
): Handlers {
  if (store.keyFingerprint(fingerprint(key)) !== fingerprint(key)) {
    throw new Error(
      `${setup.keyFile} is not the key that ${setup.file} was written with: put the right key back.`,
    );
  }
  const pseudonymize = pseudonymizer(key);
  const dayOf = daysOfReportingZone(store);
  refold(store, dayOf());
  return {
    events: ({ body, format, now }) =>
      acceptEvents(store, parseBatch(body, format), { now, pseudonymize, known, dayOf: dayOf() }),
    counts: ({ body, format, now }) =>
      acceptCounts(store, parseBatch(body, format), { now, dayOf: dayOf() }),
    putRecord: ({ kind, record }) => {
      store.putRecord(kind, record);
      return null;
    },
    changeRecords: ({ put, remove }) => {
      for (const { kind, record } of put) store.putRecord(kind, record);
      for (const { kind, id } of remove) store.removeRecord(kind, id);
      return null;
    },
    eraseSubject({ subject, now }) {
      const hmac = pseudonymize(subject);
      known.forget(hmac.toString("latin1"));
      return { erased: eraseSubject(store, hmac, dayOf(), now) };
    },
    putSeedState: (state) => {
      store.putSeedState(state);
      return null;
    },
    rebuild: () => ({ subjects: rebuild(store, dayOf()) }),
    patchSettings: (patch) => {
      patchSettings(store, patch, dayOf);
      return null;
    },
    tend: ({ now }) => {
      tend(now);
      return null;
    },
    close: () => null,
  };
}

/** By the settings of the moment: a change that is rolled back must leave nothing behind. */
function daysOfReportingZone(store: WriteStore): () => (at: number) => number {
  let zone = "";
  let days = daysOfZone("UTC");
  return () => {
    const { reportingZone } = store.settings();
    if (reportingZone !== zone) days = daysOfZone(reportingZone);
    zone = reportingZone;
    return days;
  };
}

function serve(port: MessagePort, setup: WriterSetup): void {
  const key = readOrMakeKey(setup.keyFile);
  const store = openedStore(setup);
  const known = new KnownSubjects();
  /** What is rolled back was not so. */
  const together = <T>(write: () => T): T => {
    try {
      return store.transaction(write);
    } catch (error) {
      known.clear();
      throw error;
    }
  };

  const upkeep = new Upkeep({
    store,
    together,
    dayOf: daysOfReportingZone(store),
    onDropped: () => known.clear(),
  });
  const spareTime = new SpareTime(
    (now) => untilFull(upkeep.steps(now)),
    () =>
      orElse(true, () => {
        store.transaction(() => store.settleFacts());
        return store.emptyLog();
      }),
  );
  const tend = (now: number): void => spareTime.begin(now);
  const handlers = store.transaction(() => handlersOf(store, setup, key, known, tend));

  const copier = new LogCopier(store, setup.file);

  port.on("message", (first: Request) => {
    const group = [first];
    while (group.length < MAX_GROUP) {
      const next = receiveMessageOnPort(port);
      if (next === undefined) break;
      group.push(next.message as Request);
    }
    for (const reply of carryOut(together, handlers, group)) port.postMessage(reply);
    spareTime.written();
    orElse(undefined, () => copier.written());
    if (group.some(({ name }) => name === "close")) {
      spareTime.stop();
      copier.stop();
      store.close();
      port.close();
    }
  });
  port.postMessage("ready");
}

/** What a full disk cuts short can be done another time. */
function orElse<T>(otherwise: T, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!codeOf(error).startsWith("SQLITE_")) throw error;
    return otherwise;
  }
}

function untilFull(steps: Iterator<void>): Iterator<void> {
  return { next: () => orElse({ done: true, value: undefined }, () => steps.next()) };
}

function openedStore({ file, initial }: WriterSetup): WriteStore {
  try {
    return openWriteStore(file, initial);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${file} cannot be opened (${reason}): put a copy of it back, or set DATA_DIR to another folder.`,
    );
  }
}

function carryOut(together: Together, handlers: Handlers, group: readonly Request[]): Reply[] {
  try {
    return together(() => group.map((request) => one(handlers, request)));
  } catch (error) {
    if (group.length > 1)
      return group.flatMap((request) => carryOut(together, handlers, [request]));
    return group.map(({ sequence }) => ({ sequence, problem: problemOf(error) }));
  }
}

function one(handlers: Handlers, { sequence, name, given }: Request): Reply {
  try {
    const handle = handlers[name] as (given: unknown) => unknown;
    return { sequence, gives: handle(given) };
  } catch (error) {
    // Of such a body nothing was written.
    if (!(error instanceof UnreadableBody)) throw error;
    return { sequence, problem: problemOf(error) };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function problemOf(error: unknown): {
  code: Extract<Reply, { problem: unknown }>["problem"]["code"];
  detail: string;
} {
  if (error instanceof UnreadableBody) return { code: error.code, detail: error.message };
  const code = codeOf(error);
  if (code === "SQLITE_FULL" || code.startsWith("SQLITE_IOERR")) {
    return {
      code: "storage_full",
      detail: "nothing of this request was kept; make room and send it again",
    };
  }
  // The stack goes to the log on the other side; it never holds a record's content.
  return {
    code: "internal_error",
    detail: error instanceof Error ? (error.stack ?? error.message) : "unknown",
  };
}

if (parentPort !== null) serve(parentPort, workerData as WriterSetup);
