/** What a verdict is put into: one table a language, of whole phrases, so that a language may order its words as it likes. */
import type { ConfounderCode, Verdict, VerdictOutcome } from "#shared/contract/verdict.ts";
import type { JudgedConfounder, Reason } from "./judgement.ts";
import type { Shortage } from "./sides.ts";

export type ReasonCode = Reason["code"];
type ReasonOf<Code extends ReasonCode> = Extract<Reason, { code: Code }>;

export interface Words {
  /** Names of outcomes within a sentence. */
  outcome: Record<VerdictOutcome, string>;
  /** A title or name within a sentence. */
  quoted: (title: string) => string;
  /** "understanding rose by 9.2 points"; `points` is rounded already, and positive. */
  movement: (metric: VerdictOutcome, moved: "rose" | "fell", points: string) => string;
  list: (phrases: readonly string[]) => string;
  /** `moves` tells what rose and fell; empty where nothing did. */
  verdict: Record<Verdict, (title: string, moves: string) => string>;
  /** In place of that of `not_enough_data` once the follow-up is full: waiting alone helps no more. */
  untold: (title: string, moves: string) => string;
  /** Of a change that is still to come. */
  notBegun: (title: string, begins: string) => string;
  /** Nothing is known of those whom it was for; then what people say, or what they do. */
  unmeasured: { all: (title: string) => string; said: string; done: string };
  lacking: (metric: VerdictOutcome, needed: number, days: number) => string;
  lackingUnknown: (metric: VerdictOutcome) => string;
  because: (metric: VerdictOutcome, shortage: string) => string;
  shortage: Record<Shortage, string>;
  /** Days since 1970, as a date to be read out. */
  day: (day: number) => string;
  /** Of simulated changes that did nothing, and how many of them something was claimed of. */
  calibration: (worlds: number, claims: number) => string;
  preliminary: (finalOn: string) => string;
  /** The follow-up has passed, and what it waits for has no date. */
  preliminaryOpen: string;
  /** One short clause: what lowers the claim is listed beside the sentence. */
  lowered: string;
  reason: { [Code in ReasonCode]: (reason: ReasonOf<Code>) => string };
  confounder: Record<
    ConfounderCode,
    (confounder: JudgedConfounder & { weekStart: string }) => string
  >;
}
