/** The wordings of notices and variants, and what their authors made sure that they say. */
import { z } from "zod";
import { checklistItems, type Wording } from "../wording.ts";
import { locale, text } from "./fields.ts";

const wording = z.strictObject({
  title: text(0, 500),
  text: text(0, 10_000),
  accept: text(0, 200),
  decline: text(0, 200),
}) satisfies z.ZodType<Wording>;

/** By locale. */
export const wordings = z.record(locale, wording);

/** What its author ticked. */
export const checklist = z.array(z.enum(checklistItems)).max(checklistItems.length);

/** Beside a wording: how it is laid out. */
export const layoutNotes = text(0, 2000);
