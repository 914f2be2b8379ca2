/** `GET flags`: what should not be passed over. A flag stays until an analyst answers it. */
import type { Language } from "../vocabulary.ts";
import type { Figure } from "./metric.ts";
import type { Reply } from "./reply.ts";
import type { Claim } from "./verdict.ts";

/** More people say yes, and they do not understand more: the mark of a dark pattern. */
interface OptInFlag {
  code: "opt_in_without_understanding";
  /** The change's id. */
  about: string;
  change: { id: string; title: string; date: string };
  sentence: string;
  /** Of its sentence. */
  language: Language;
  state: "preliminary" | "final";
  claim: Claim;
}

/** Harder to leave than to join: the interval of time or steps lies above 1. */
interface EffortFlag {
  code: "opt_out_effort";
  /** The channel. */
  about: string;
  from: string;
  to: string;
  /** Median to leave over median to join. */
  time: Figure;
  steps: Figure;
}

export type Flag = (OptInFlag | EffortFlag) & {
  /** What was said to it; null while it is open. Of effort, only what was said within the days it is of. */
  reply: Reply | null;
};

export interface FlagsAnswer {
  /** Open ones first. */
  flags: Flag[];
  k: number;
  asOf: string | null;
}
