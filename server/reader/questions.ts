/** What the reader thread is asked, and what it answers. */
import type { ProblemCode } from "#shared/contract/errors.ts";
import type { CohortDimension } from "#shared/contract/experiment-results.ts";
import type { Language } from "#shared/vocabulary.ts";
import type { FoundVerdict } from "../figures/kept-verdict.ts";
import type { VerdictTable } from "../figures/verdict-csv.ts";

type Format = "json" | "csv";

/** Each question by name, and what it says. */
export interface Questions {
  verdict: {
    id: string;
    format: Format;
    table: VerdictTable;
    withRecheck: boolean;
    language: Language;
  };
  flags: { language: Language };
  learned: Record<string, never>;
  experiment: { slug: string; by: CohortDimension; format: Format };
}
export type QuestionName = keyof Questions;

/** `now` in ms since 1970. */
export interface Request<Name extends QuestionName = QuestionName> {
  name: Name;
  given: Questions[Name];
  now: number;
}

export interface Made {
  body: string;
  /** The state that it was made of; null where some of it was weighed a moment before that. */
  version: readonly unknown[] | null;
  /** Of its texts; null where it is English whatever is asked for. */
  language: Language | null;
  /** Final verdicts that it found, and that are not kept yet. */
  found: readonly FoundVerdict[];
}

/** What the thread says first. */
export const OPENED = "opened";

export type Reply = { made: Made } | { problem: { code: ProblemCode; detail: string } };
