/** One version of the wording and flow that asks, as its author wrote it down. */
import { z } from "zod";
import { link } from "./change.ts";
import { type Kept, noticeId, slug, text } from "./fields.ts";
import { checklist, layoutNotes, wordings } from "./wording.ts";

const fields = z.strictObject({
  /** What events call it. */
  notice: noticeId,
  title: text(0, 200),
  /** What it asks for; an empty list says nothing of it. */
  purposes: z.array(slug).max(100),
  wording: wordings,
  layoutNotes,
  checklist,
  /** Who ticked the checklist: a team or a role. */
  checkedBy: text(0, 200),
  /** The version that it took the place of. */
  previous: noticeId.nullable(),
  /** Where it is written up. */
  link,
});

export const noticeInput = fields.extend({
  title: fields.shape.title.default(""),
  purposes: fields.shape.purposes.default([]),
  wording: fields.shape.wording.default({}),
  layoutNotes: fields.shape.layoutNotes.default(""),
  checklist: fields.shape.checklist.default([]),
  checkedBy: fields.shape.checkedBy.default(""),
  previous: fields.shape.previous.default(null),
  link: fields.shape.link.default(""),
});
/** What is left out stays as it is. */
export const noticePatch = fields.partial();
export type NoticeInput = z.output<typeof noticeInput>;

export type Notice = NoticeInput & Kept;
