/** Every route under /api/v1: the one list behind server, client and the tests of the docs. */
import type { Role } from "./roles.ts";

export interface Route {
  method: "get" | "post" | "patch" | "delete";
  path: string;
  role: Role;
  what: string;
}

export const API = "/api/v1";

export const routes = [
  {
    method: "post",
    path: "/events",
    role: "ingest",
    what: "take in events (NDJSON or a JSON array)",
  },
  { method: "post", path: "/counts", role: "ingest", what: "take in totals by day" },
  { method: "get", path: "/metrics/:metric", role: "viewer", what: "one metric, as JSON or CSV" },
  {
    method: "get",
    path: "/metrics/consent_retention/curve",
    role: "viewer",
    what: "the retention curve by days since the grant",
  },
  {
    method: "get",
    path: "/metrics/opt_in_rate/reconciliation",
    role: "viewer",
    what: "our opt-in rate beside those of other systems, and the cases between them",
  },
  { method: "get", path: "/overview", role: "viewer", what: "the scorecard" },
  { method: "get", path: "/definitions", role: "viewer", what: "the glossary" },
  {
    method: "get",
    path: "/definitions/:metric",
    role: "viewer",
    what: "one definition with a worked example",
  },
  { method: "get", path: "/dimensions", role: "viewer", what: "the values of each dimension" },
  { method: "get", path: "/benchmarks", role: "viewer", what: "outside figures" },
  { method: "post", path: "/benchmarks", role: "analyst", what: "record an outside figure" },
  { method: "get", path: "/benchmarks/:id", role: "viewer", what: "one of them" },
  { method: "patch", path: "/benchmarks/:id", role: "analyst", what: "correct one" },
  { method: "delete", path: "/benchmarks/:id", role: "analyst", what: "remove one" },
  { method: "get", path: "/populations", role: "viewer", what: "what shares can be weighted to" },
  { method: "post", path: "/populations", role: "analyst", what: "record a population" },
  { method: "get", path: "/populations/:id", role: "viewer", what: "one of them" },
  { method: "patch", path: "/populations/:id", role: "analyst", what: "correct one" },
  { method: "delete", path: "/populations/:id", role: "analyst", what: "remove one" },
  { method: "get", path: "/changes", role: "viewer", what: "the transparency changes" },
  { method: "post", path: "/changes", role: "analyst", what: "record a change" },
  { method: "get", path: "/changes/:id", role: "viewer", what: "one change" },
  {
    method: "get",
    path: "/changes/:id/verdict",
    role: "viewer",
    what: "what the data say about a change",
  },
  { method: "patch", path: "/changes/:id", role: "analyst", what: "correct a change" },
  { method: "delete", path: "/changes/:id", role: "analyst", what: "remove a change" },
  {
    method: "get",
    path: "/proposals",
    role: "viewer",
    what: "new notices that no change names",
  },
  { method: "get", path: "/flags", role: "viewer", what: "what should not be passed over" },
  { method: "get", path: "/learned", role: "viewer", what: "all changes side by side" },
  { method: "get", path: "/replies", role: "viewer", what: "what was said to findings" },
  { method: "post", path: "/replies", role: "analyst", what: "answer a finding" },
  { method: "get", path: "/replies/:id", role: "viewer", what: "one reply" },
  { method: "patch", path: "/replies/:id", role: "analyst", what: "correct a reply" },
  { method: "delete", path: "/replies/:id", role: "analyst", what: "take a reply back" },
  { method: "get", path: "/experiments", role: "viewer", what: "the experiments" },
  { method: "post", path: "/experiments", role: "analyst", what: "record an experiment" },
  {
    method: "post",
    path: "/experiments/plan",
    role: "viewer",
    what: "people and days that a test needs",
  },
  { method: "get", path: "/experiments/:id", role: "viewer", what: "one experiment" },
  {
    method: "get",
    path: "/experiments/:id/results",
    role: "viewer",
    what: "what the data say about it, as JSON or CSV",
  },
  {
    method: "get",
    path: "/experiments/:id/assignment",
    role: "viewer",
    what: "which variant a unit is shown",
  },
  {
    method: "get",
    path: "/experiments/:id/trail",
    role: "viewer",
    what: "what was done with its record, and when",
  },
  { method: "patch", path: "/experiments/:id", role: "analyst", what: "correct, start or stop it" },
  { method: "delete", path: "/experiments/:id", role: "analyst", what: "remove it" },
  { method: "get", path: "/notices", role: "viewer", what: "the notices written down" },
  { method: "post", path: "/notices", role: "analyst", what: "write a notice down" },
  { method: "get", path: "/notices/:id", role: "viewer", what: "one notice" },
  { method: "patch", path: "/notices/:id", role: "analyst", what: "correct a notice" },
  { method: "delete", path: "/notices/:id", role: "analyst", what: "remove what is written down" },
  { method: "get", path: "/status", role: "viewer", what: "as-of day, zone, build, whose data" },
  {
    method: "get",
    path: "/settings",
    role: "viewer",
    what: "small-cell limit, time zone, what matters for verdicts",
  },
  { method: "patch", path: "/settings", role: "admin", what: "change them" },
  { method: "get", path: "/intake", role: "admin", what: "what came in, and the last events" },
  { method: "get", path: "/quarantine", role: "admin", what: "what was refused, and why" },
  {
    method: "post",
    path: "/world",
    role: "admin",
    what: "switch between the demo world and one's own data",
  },
] as const satisfies readonly Route[];
