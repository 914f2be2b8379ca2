/**
 * What an analyst says to something that Candor found: that a new notice is no change, or what is done about a flag. It stands
 * beside what was found, for everybody.
 */
import { z } from "zod";
import { type Kept, text } from "./fields.ts";

export const findings = ["new_notice", "opt_in_without_understanding", "opt_out_effort"] as const;

const fields = z.strictObject({
  to: z.enum(findings),
  /** The notice, the id of the change, or the channel that it was found in. */
  about: text(1, 128),
  note: text(0, 2000),
});

export const replyInput = fields.extend({ note: fields.shape.note.default("") });
export const replyPatch = fields.partial();
export type ReplyInput = z.output<typeof replyInput>;
export type Reply = ReplyInput & Kept;
