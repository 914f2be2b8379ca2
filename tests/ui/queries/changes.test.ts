// @vitest-environment node
import { QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createQueryClient } from "../../../client/api/query-client.ts";
import { changesOptions, refreshChanges } from "../../../client/queries/changes.ts";

const client = createQueryClient();
const asked: string[] = [];
const leave: (() => void)[] = [];

function show(queryKey: readonly string[]): void {
  const queryFn = async () => asked.push(queryKey.join(" "));
  const observer = new QueryObserver(client, { queryKey, queryFn, initialData: 0, staleTime: 1e6 });
  leave.push(observer.subscribe(() => {}));
}

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal("fetch", async () => Response.json({ changes: [{ id: "kept" }] }));
});
afterEach(() => {
  for (const end of leave.splice(0)) end();
  client.clear();
  vi.unstubAllGlobals();
});

test("what hangs on changes is asked again, but nothing of one that is gone and still shown", async () => {
  leave.push(new QueryObserver(client, changesOptions()).subscribe(() => {}));
  for (const id of ["kept", "gone"]) {
    show(["verdict", id]);
    show(["recheck", id]);
  }
  for (const name of ["learned", "flags", "proposals", "status"]) show([name]);
  await refreshChanges(client);
  expect(asked.sort()).toEqual(["flags", "learned", "proposals", "recheck kept", "verdict kept"]);
});

test("without a list every verdict that is shown is asked for again", async () => {
  show(["verdict", "kept"]);
  await refreshChanges(client);
  expect(asked).toEqual(["verdict kept"]);
});
