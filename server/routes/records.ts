/** The routes of one kind of record: listed, created, corrected, removed. */
import { randomUUID } from "node:crypto";
import { Router } from "express";
import type { z } from "zod";
import type { Kept } from "#shared/contract/fields.ts";
import type { RecordKind, Records } from "#shared/contract/record.ts";
import { API } from "#shared/contract/routes.ts";
import { jsonBody, parseBody } from "../http/body.ts";
import { ApiError } from "../http/errors.ts";
import type { KeptRecord, RecordName } from "../writer/commands.ts";
import type { Deps } from "./deps.ts";

interface Resource<Kind extends RecordKind> {
  kind: Kind;
  /** Of the list, without the prefix: its name is the list's in the answer, too. */
  name: string;
  /** What a new one says; what is left out has its default. */
  input: z.ZodType<Omit<Records[Kind], keyof Kept>>;
  /** What a correction says; what is left out stays. */
  patch: z.ZodType<object>;
  /** As they are listed; `records` in the order in which they were made. */
  listed: (records: Records[Kind][]) => object[];
  /** Throws where a record can't stand beside the others, or can't follow what it was; `before` is null for a new one. */
  check?: (
    record: Records[Kind],
    others: readonly Records[Kind][],
    before: Records[Kind] | null,
  ) => void;
  /** What is kept for it, and does not hold any more; `after` is null where it is removed. */
  drops?: (before: Records[Kind], after: Records[Kind] | null) => readonly RecordName[];
  /** What is kept of the change itself; one of the two is null where the record is made or removed. */
  trail?: (
    before: Records[Kind] | null,
    after: Records[Kind] | null,
    at: string,
  ) => readonly KeptRecord[];
  /** What it goes by beside its id. */
  alsoCalled?: (record: Records[Kind]) => string;
}

export function recordRoutes<Kind extends RecordKind>(
  { store, writer, clock }: Deps,
  { kind, name, input, patch, listed, check, drops, trail, alsoCalled }: Resource<Kind>,
): Router {
  const router = Router();
  const all = () => store.snapshot((snapshot) => snapshot.records(kind));
  const now = (): string => new Date(clock()).toISOString();
  const find = (wanted: unknown): Records[Kind] => {
    const found =
      all().find(({ id }) => id === wanted) ??
      all().find((record) => alsoCalled?.(record) === wanted);
    if (found === undefined) throw new ApiError("not_found", `there is no ${kind} with this id`);
    return found;
  };
  const change = async (
    before: Records[Kind] | null,
    after: Records[Kind] | null,
  ): Promise<void> => {
    const written = after === null ? [] : [{ kind, record: after } as KeptRecord];
    const removed = after === null && before !== null ? [{ kind, id: before.id }] : [];
    const dropped = before === null ? [] : (drops?.(before, after) ?? []);
    const put = [...written, ...(trail?.(before, after, now()) ?? [])];
    await writer.send("changeRecords", { put, remove: [...removed, ...dropped] });
  };
  const put = async (record: Records[Kind], before: Records[Kind] | null): Promise<void> => {
    const others = all().filter(({ id }) => id !== record.id);
    check?.(record, others, before);
    await change(before, record);
  };

  router.get(`/${name}`, (_request, response) => {
    response.set("Cache-Control", "no-store").json({ [name]: listed(all()) });
  });

  router.post(`/${name}`, ...jsonBody, async (request, response) => {
    const given = parseBody(request, input);
    const at = now();
    const record = { id: randomUUID(), ...given, createdAt: at, updatedAt: at } as Records[Kind];
    await put(record, null);
    response.status(201).location(`${API}/${name}/${record.id}`).json(record);
  });

  router.get(`/${name}/:id`, (request, response) => {
    response.set("Cache-Control", "no-store").json(find(request.params.id));
  });

  router.patch(`/${name}/:id`, ...jsonBody, async (request, response) => {
    const before = find(request.params.id);
    const given = Object.entries(parseBody(request, patch)).filter(
      ([, value]) => value !== undefined,
    );
    const record = { ...before, ...Object.fromEntries(given), updatedAt: now() };
    await put(record, before);
    response.json(record);
  });

  router.delete(`/${name}/:id`, async (request, response) => {
    await change(find(request.params.id), null);
    response.status(204).end();
  });
  return router;
}
