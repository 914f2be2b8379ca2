/** Every event of a world, by the rules of the event contract. */
import { describe, expect, test } from "vitest";
import { generateSubjects, type IncomingEvent } from "../../../seed/generate.ts";
import { demoWorld } from "../../../seed/worlds/demo.ts";
import { bandOf } from "./read-events.ts";

const SLUG = /^[a-z0-9][a-z0-9_-]{0,63}$/;
const NOTICE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const until = "2026-08-31";
const subjects = [...generateSubjects(demoWorld, { seed: 11, until, days: 548, subjects: 4000 })];
const events = subjects.flat();

const common = "id type at subject purpose notice channel region locale segment";
const stating = "birthYear generation experiment variant";
const allowed: Record<IncomingEvent["type"], string> = {
  prompt_shown: "",
  granted: "method durationMs steps",
  declined: "method durationMs steps",
  dismissed: "",
  withdrawal_started: "",
  withdrawn: "method durationMs steps reason",
  survey_answered: "survey question scale score",
};

/** The first rule that an event breaks. */
function faultOf(event: IncomingEvent): string | null {
  const fields = new Set(`${common} ${stating} ${allowed[event.type]}`.split(" "));
  for (const [field, value] of Object.entries(event)) {
    if (!fields.has(field)) return `${field} is not of this type`;
    if (value === undefined) return `${field} is undefined`;
  }
  const isAnswer = event.type === "survey_answered";
  if (!/^demo-\d{5}-\d{3}$/.test(event.id)) return "id";
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(event.at)) return "at";
  if (new Date(event.at).toISOString() !== event.at) return "at is no instant";
  if (!isAnswer && event.purpose === undefined) return "purpose is missing";
  if (!isAnswer && !event.type.startsWith("withdraw") && event.notice === undefined)
    return "notice";
  for (const slug of [
    "purpose",
    "channel",
    "segment",
    "experiment",
    "variant",
    "reason",
  ] as const) {
    if (event[slug] !== undefined && !SLUG.test(event[slug])) return slug;
  }
  if (event.notice !== undefined && !NOTICE.test(event.notice)) return "notice";
  if (!/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(event.region ?? "")) return "region";
  const locale = event.locale ?? "";
  if (Intl.getCanonicalLocales(locale)[0] !== locale) return "locale";
  if (event.birthYear !== undefined && event.generation !== undefined) return "age said twice";
  const year = event.birthYear ?? 2000;
  if (!Number.isInteger(year) || year < 1900 || year > 2026) return "birthYear";
  if ((event.experiment === undefined) !== (event.variant === undefined)) return "half a variant";
  const durationMs = event.durationMs ?? 0;
  if (!Number.isInteger(durationMs) || durationMs < 0 || durationMs > 86_400_000) return "duration";
  const steps = event.steps ?? 0;
  if (!Number.isInteger(steps) || steps < 0 || steps > 100) return "steps";
  if (!isAnswer) return null;
  if (!SLUG.test(event.survey ?? "") || !SLUG.test(event.question ?? "")) return "survey";
  const score = event.score ?? 0;
  return Number.isInteger(score) && score >= 1 && score <= (event.scale ?? 5) ? null : "score";
}

describe("generated events", () => {
  test("are valid", () => {
    const faults = events.flatMap((event) => faultOf(event) ?? []);
    expect(faults).toEqual([]);
  });

  test("have ids of their own and stand in the order of time", () => {
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    for (const own of subjects) {
      const times = own.map(({ at }) => at);
      expect(times).toEqual([...times].sort());
      const ids = own.map(({ id }) => id);
      expect(ids).toEqual([...ids].sort());
    }
  });

  test("of a subject agree on its age and its variant", () => {
    for (const own of subjects) {
      const ages = own.flatMap(({ birthYear, generation }) =>
        birthYear === undefined ? (generation ?? []) : bandOf(birthYear),
      );
      expect(new Set(ages).size).toBeLessThanOrEqual(1);
      const variants = own.flatMap(({ variant }) => variant ?? []);
      expect(new Set(variants).size).toBeLessThanOrEqual(1);
    }
  });

  test("withdraw what was granted, but for a handful", () => {
    let orphans = 0;
    let withdrawn = 0;
    for (const own of subjects) {
      const open = new Set<string>();
      for (const { type, purpose = "", method } of own) {
        if (type === "granted" && method !== "implicit") open.add(purpose);
        if (type === "declined") open.delete(purpose);
        if (type === "withdrawal_started") expect(open.has(purpose)).toBe(true);
        if (type !== "withdrawn") continue;
        withdrawn += 1;
        if (!open.delete(purpose)) orphans += 1;
      }
    }
    expect(withdrawn).toBeGreaterThan(800);
    expect(orphans).toBeLessThan(12);
  });

  test("use every type, stated method and reason, and leave some prompts without an answer", () => {
    const types = new Set(events.map(({ type }) => type));
    const methods = new Set(events.flatMap(({ method }) => method ?? []));
    const reasons = new Set(events.flatMap(({ reason }) => reason ?? []));
    expect([...types].sort()).toEqual(Object.keys(allowed).sort());
    expect([...methods].sort()).toEqual(["assisted", "implicit", "signal"]);
    expect(reasons.size).toBe(5);
    const count = (type: string) => events.filter((event) => event.type === type).length;
    const choices = count("granted") + count("declined") + count("dismissed");
    expect(count("prompt_shown")).toBeGreaterThan(0.6 * choices);
  });
});
