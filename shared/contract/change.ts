/** A dated transparency change: what was done, for whom, and what it was meant to do. */
import { z } from "zod";
import { parseDay } from "../days.ts";
import { changeKinds, generations } from "../vocabulary.ts";
import { type Kept, noticeId, region, slug, text } from "./fields.ts";

export const day = z.string().refine((value) => parseDay(value) !== null, {
  message: "a date such as 2026-03-01",
  params: { code: "bad_format" },
});

const EVERYTHING = { purposes: [], channels: [], regions: [], generations: [] };

const scope = z.strictObject({
  purposes: z.array(slug).max(100).default([]),
  channels: z.array(slug).max(100).default([]),
  regions: z.array(region).max(500).default([]),
  generations: z.array(z.enum(generations)).max(generations.length).default([]),
});

/** An address that a page may link to: never one that would run as code. */
export const link = text(0, 2000).refine(
  (value) => value === "" || (/^https?:\/\//i.test(value) && URL.canParse(value)),
  { message: "an address that begins with https:// or http://", params: { code: "bad_format" } },
);

/** Empty lists in the scope mean everything. */
const fields = z.strictObject({
  title: text(1, 200),
  date: day,
  kind: z.enum(changeKinds),
  scope,
  hypothesis: text(0, 2000),
  /** Who answers for it: a team or a role. */
  owner: text(0, 200),
  /** Where it is written up: a ticket, a design, a release note. */
  link,
  notice: noticeId.nullable(),
  experiment: slug.nullable(),
});

export const changeInput = fields.extend({
  scope: scope.default(EVERYTHING),
  hypothesis: fields.shape.hypothesis.default(""),
  owner: fields.shape.owner.default(""),
  link: fields.shape.link.default(""),
  notice: fields.shape.notice.default(null),
  experiment: fields.shape.experiment.default(null),
});

/** What is left out stays as it is. */
export const changePatch = fields.partial();
export type ChangeInput = z.output<typeof changeInput>;

export type Change = ChangeInput & Kept;
