/** What people are shown when they are asked, and what its author made sure that it says. */
import { z } from "zod";
import { locale, text } from "./fields.ts";

/** What a wording should say: what is collected, why, how it is used, what the person gets, how to leave. */
export const checklistItems = ["what", "why", "how", "benefit", "leave"] as const;
export type ChecklistItem = (typeof checklistItems)[number];

const wording = z.strictObject({
  title: text(0, 500),
  text: text(0, 10_000),
  accept: text(0, 200),
  decline: text(0, 200),
});
export type Wording = z.output<typeof wording>;

/** In the order in which they are read. */
export const wordingParts = [
  "title",
  "text",
  "accept",
  "decline",
] as const satisfies readonly (keyof Wording)[];

/** By locale. */
export const wordings = z.record(locale, wording);

/** What its author ticked. */
export const checklist = z.array(z.enum(checklistItems)).max(checklistItems.length);

/** Beside a wording: how it is laid out. */
export const layoutNotes = text(0, 2000);
