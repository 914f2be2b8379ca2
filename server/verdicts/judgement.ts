/** What a verdict says, as codes and numbers: the words come from a table of the language asked for. Days since 1970. */
import type {
  Claim,
  ConfounderCode,
  Diagnostics,
  OutcomeDiagnostics,
  Verdict,
  VerdictDesign,
  VerdictOutcome,
} from "#shared/contract/verdict.ts";
import type { Lead } from "./estimate.ts";
import type { Shortage } from "./sides.ts";
import type { Break } from "./tracking.ts";
import type { Window } from "./windows.ts";

/** Why a design was taken or left, in the order in which they were tried. */
export type Reason =
  | { code: "randomised"; experiment: string; control: string }
  | { code: "experiment_without_data"; experiment: string }
  | { code: "experiment_without_control"; experiment: string }
  | { code: "nobody_outside" }
  | { code: "same_people"; share: number }
  | {
      code: "too_few_to_claim";
      treated: number;
      control: number;
      smallestP: number;
      outcomes: number;
    }
  | { code: "leads_differ"; metric: VerdictOutcome; p: number }
  | { code: "many_clusters"; treated: number; control: number; dimensions: readonly string[] }
  | {
      code: "few_clusters";
      treated: number;
      control: number;
      dimensions: readonly string[];
      assignments: number;
    }
  | { code: "own_past"; weeks: number; season: boolean }
  | { code: "too_early_or_thin" };

export type JudgedConfounder = {
  code: ConfounderCode;
  lowers: boolean;
  week: number | null;
  changeId: string | null;
  metric: VerdictOutcome | null;
  /** What the words need: the other change's title, the size of a break, a share. */
  title?: string;
  /** A series of its own keeps the weeks on the other side, with a level of their own. */
  allowedFor?: boolean;
  broken?: Break;
  share?: number;
};

export type JudgedOutcome = {
  metric: VerdictOutcome;
  size: number;
  measured: boolean;
  effect: number | null;
  standardError: number | null;
  low: number | null;
  high: number | null;
  low90: number | null;
  high90: number | null;
  p: number | null;
  pAdjusted: number | null;
  moved: "rose" | "fell" | "unclear";
  notWorse: boolean;
  contradicted: boolean;
  before: number | null;
  after: number | null;
  n: number;
  nBefore: number;
  needed: number | null;
  neededDays: number | null;
  unit: "week" | "wave";
  shortage: Shortage | null;
  points: JudgedPoint[];
  diagnostics: Omit<OutcomeDiagnostics, "metric" | "leads"> & { leads: Lead[] };
};

export type JudgedPoint = {
  week: number;
  phase: "before" | "change" | "after";
  n: number;
  value: number;
  counterfactual: number | null;
  low: number | null;
  high: number | null;
};

export type Judgement = {
  verdict: Verdict;
  state: "preliminary" | "final";
  claim: Claim;
  design: VerdictDesign;
  reasons: Reason[];
  outcomes: JudgedOutcome[];
  confounders: JudgedConfounder[];
  clusters: Diagnostics["clusters"];
  inference: Diagnostics["inference"];
  assignments: Diagnostics["assignments"];
  window: Window;
};
