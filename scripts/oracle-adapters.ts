// One function per method: from a case's input to the project's own answer, in the words of the case.
import { alwaysValid } from "../server/stats/always-valid.ts";
import { betaBinomial, type Prior } from "../server/stats/beta-binomial.ts";
import { cronbach } from "../server/stats/cronbach.ts";
import { type BeforeAfter, cuped } from "../server/stats/cuped.ts";
import { difference } from "../server/stats/difference.ts";
import { interruptedSeries, type SeriesPoint } from "../server/stats/interrupted-series.ts";
import {
  type DayCounts,
  medianSurvival,
  restrictedMean,
  survivalAt,
  survivalCurve,
} from "../server/stats/kaplan-meier.ts";
import { likert } from "../server/stats/likert.ts";
import { logRank } from "../server/stats/logrank.ts";
import { benjaminiHochberg, holm } from "../server/stats/multiplicity.ts";
import { type PanelCell, panelDid } from "../server/stats/panel-did.ts";
import { poissonRate } from "../server/stats/poisson.ts";
import { postStratify, type Stratum } from "../server/stats/post-stratification.ts";
import { type Exposure, rateRatio } from "../server/stats/rate-ratio.ts";
import { sampleRatio } from "../server/stats/sample-ratio.ts";
import { type FourCells, twoByTwoDid } from "../server/stats/two-by-two-did.ts";
import {
  type Counts,
  power,
  sampleSize,
  twoProportionTest,
} from "../server/stats/two-proportion-test.ts";
import { wilson } from "../server/stats/wilson.ts";

type Limits = { low: number | null; high: number | null };

/** `low` and `high` are `lower` and `upper` in the cases. */
function named<Answer extends Limits>({ low, high, ...rest }: Answer) {
  return { ...rest, lower: low, upper: high };
}

function wilsonCase(input: Counts & { confidence: number }) {
  return named(wilson(input.successes, input.trials, input.confidence));
}

function newcombeCase(input: { a: Counts; b: Counts; confidence: number }) {
  const share = ({ successes, trials }: Counts) => wilson(successes, trials, input.confidence);
  const answer = difference(share(input.a), share(input.b));
  const { value, ...limits } = answer ?? { value: null, low: null, high: null };
  return { difference: value, ...named(limits) };
}

type TwoProportionInput =
  | { kind: "test"; a: Counts; b: Counts }
  | { kind: "sampleSize"; pA: number; pB: number; alpha: number; power: number }
  | { kind: "power"; pA: number; pB: number; alpha: number; perGroup: number };

function twoProportionCase(input: TwoProportionInput) {
  if (input.kind === "test") return twoProportionTest(input.a, input.b);
  return input.kind === "sampleSize" ? sampleSize(input) : { power: power(input) };
}

type RateInput =
  | { kind: "rate"; events: number; exposureDays: number; per: number; confidence: number }
  | { kind: "ratio"; a: Exposure; b: Exposure; confidence: number };

function rateCase(input: RateInput) {
  if (input.kind === "ratio") return named(rateRatio(input.a, input.b, input.confidence));
  const { events, exposureDays, per, confidence } = input;
  const { estimate, ...limits } = poissonRate(events, exposureDays, per, confidence);
  return { rate: estimate, ...named(limits) };
}

type SurvivalInput = {
  observations: DayCounts[];
  evaluateDays: number[];
  tau: number;
  confidence: number;
};

function kaplanMeierCase({ observations, evaluateDays, tau, confidence }: SurvivalInput) {
  const curve = survivalCurve(observations);
  const median = medianSurvival(curve, confidence);
  const { mean, standardError } = restrictedMean(curve, tau);
  return {
    subjects: curve.subjects,
    survival: evaluateDays.map((day) => named(survivalAt(curve, day, confidence))),
    median: median.median,
    medianLower: median.low,
    medianUpper: median.high,
    rmst: mean,
    rmstStandardError: standardError,
  };
}

type DidInput =
  | { kind: "panel"; observations: PanelCell[]; confidence: number }
  | ({ kind: "2x2"; confidence: number } & FourCells);

function didCase(input: DidInput) {
  if (input.kind === "2x2") return named(twoByTwoDid(input, input.confidence));
  return named(panelDid(input.observations, input.confidence));
}

type ItsInput = { series: SeriesPoint[]; interventionT: number; lag: number; confidence: number };

function itsCase({ series, interventionT, lag, confidence }: ItsInput) {
  const answer = interruptedSeries(series, interventionT, lag, confidence);
  const { observations, degreesOfFreedom, ...coefficients } = answer;
  const renamed = Object.entries(coefficients).map(([name, coefficient]) => [
    name,
    coefficient && named(coefficient),
  ]);
  return { observations, degreesOfFreedom, ...Object.fromEntries(renamed) };
}

type SequenceInput = {
  alpha: number;
  tuningSampleSize: number;
  looks: { a: Counts; b: Counts }[];
};

function alwaysValidCase({ alpha, tuningSampleSize, looks }: SequenceInput) {
  const sequence = alwaysValid(looks, alpha, tuningSampleSize);
  return { ...sequence, looks: sequence.looks.map(named) };
}

type BayesInput = { control: Counts; variant: Counts; prior: Prior; credibility: number };

function betaBinomialCase({ prior, credibility, ...arms }: BayesInput) {
  const answer = betaBinomial(arms, prior, credibility);
  return { ...answer, control: named(answer.control), variant: named(answer.variant) };
}

type ScaleInput =
  | { kind: "alpha"; responses: (number | null)[][]; confidence: number }
  | { kind: "likert"; counts: number[]; confidence: number };

function cronbachCase(input: ScaleInput) {
  if (input.kind === "alpha") return named(cronbach(input.responses, input.confidence));
  const { n, mean, topTwo } = likert(input.counts, input.confidence);
  const { low, high, ...rest } = mean;
  return {
    n,
    ...rest,
    meanLower: low,
    meanUpper: high,
    topTwo: topTwo.estimate,
    topTwoLower: topTwo.low,
    topTwoUpper: topTwo.high,
  };
}

/** What a case's input is made of is the file's word: a wrong one shows as a miss, or as an error. */
function takes<Input>(answer: (input: Input) => unknown): (input: unknown) => unknown {
  return (input) => answer(input as Input);
}

export const ADAPTERS: ReadonlyMap<string, (input: unknown) => unknown> = new Map([
  ["wilson", takes(wilsonCase)],
  ["newcombe-diff", takes(newcombeCase)],
  ["two-proportion-test", takes(twoProportionCase)],
  ["rate-ci", takes(rateCase)],
  ["kaplan-meier", takes(kaplanMeierCase)],
  [
    "logrank",
    takes((input: { groups: { observations: DayCounts[] }[] }) =>
      logRank(input.groups.map(({ observations }) => observations)),
    ),
  ],
  [
    "cohort-weighting",
    takes((input: { strata: Stratum[]; confidence: number }) =>
      named(postStratify(input.strata, input.confidence)),
    ),
  ],
  ["did", takes(didCase)],
  ["its", takes(itsCase)],
  [
    "multiplicity",
    takes(({ pValues }: { pValues: (number | null)[] }) => ({
      benjaminiHochberg: benjaminiHochberg(pValues),
      holm: holm(pValues),
    })),
  ],
  [
    "srm",
    takes((input: { observed: number[]; expectedShares: number[] }) =>
      sampleRatio(input.observed, input.expectedShares),
    ),
  ],
  ["always-valid", takes(alwaysValidCase)],
  ["beta-binomial", takes(betaBinomialCase)],
  ["cronbach", takes(cronbachCase)],
  [
    "cuped",
    takes((input: { control: BeforeAfter[]; variant: BeforeAfter[]; confidence: number }) =>
      named(cuped(input.control, input.variant, input.confidence)),
    ),
  ],
]);
