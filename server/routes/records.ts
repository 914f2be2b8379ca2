/** The routes of one kind of record: listed, created, corrected, removed. */
import { randomUUID } from "node:crypto";
import { Router } from "express";
import type { z } from "zod";
import type { Kept } from "#shared/contract/fields.ts";
import type { RecordKind, Records } from "#shared/contract/record.ts";
import { API } from "#shared/contract/routes.ts";
import { jsonBody, parseBody } from "../http/body.ts";
import { ApiError } from "../http/errors.ts";
import type { KeptRecord } from "../writer/commands.ts";
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
  drops?: (
    before: Records[Kind],
    after: Records[Kind] | null,
  ) => readonly { kind: RecordKind; id: string }[];
  /** What it goes by beside its id. */
  alsoCalled?: (record: Records[Kind]) => string;
}

export function recordRoutes<Kind extends RecordKind>(
  { store, writer, clock }: Deps,
  { kind, name, input, patch, listed, check, drops, alsoCalled }: Resource<Kind>,
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
  const drop = async (before: Records[Kind], after: Records[Kind] | null): Promise<void> => {
    const dropped = drops?.(before, after) ?? [];
    await Promise.all(dropped.map((one) => writer.send("removeRecord", one)));
  };
  const put = async (record: Records[Kind], before: Records[Kind] | null): Promise<void> => {
    const others = all().filter(({ id }) => id !== record.id);
    check?.(record, others, before);
    const written = writer.send("putRecord", { kind, record } as KeptRecord);
    await Promise.all([written, before === null ? null : drop(before, record)]);
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
    const before = find(request.params.id);
    const removed = writer.send("removeRecord", { kind, id: before.id });
    await Promise.all([removed, drop(before, null)]);
    response.status(204).end();
  });
  return router;
}
