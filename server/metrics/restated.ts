/**
 * The opt-in rate as other systems report it: ours, and the steps from it to theirs, which add up exactly. Definitions in
 * words, with their sources: shared/restatements.ts.
 */
import { type RestatementName, restatementNames, type StepCode } from "#shared/restatements.ts";
import { type Amount, addAmounts, type Pair, rateOf } from "./amounts.ts";
import type { CountRow, Family } from "./family.ts";

type CountNumber = keyof CountRow["numbers"];

export interface Step {
  code: StepCode;
  amount: Amount;
}

interface Peer {
  /** What a count record must say beyond granted and declined. */
  needs: readonly CountNumber[];
  steps: readonly Step[];
}

const nothing = (): Pair => [0, 0];
const number = (row: CountRow, name: CountNumber): number => row.numbers[name] ?? 0;

/** Of records and facts alike: a yes counts in both, a no below only. */
const choices = { granted: [1, 1], declined: [1, 0] } as const;
const minusChoices = { granted: [-1, -1], declined: [-1, 0] } as const;
const below = { granted: [1, 0], declined: [1, 0] } as const;
const minusBelow = { granted: [-1, 0], declined: [-1, 0] } as const;

export const ours: Amount = {
  facts: { decision: choices },
  counts: (row) => [number(row, "granted") + number(row, "declined"), number(row, "granted")],
};

const step = (code: StepCode, facts: Amount["facts"], counts = nothing as Amount["counts"]) => ({
  code,
  amount: { facts, counts },
});

const dismissed = step("dismissed", { exposure: { dismissed: [1, 0] } }, (row) => [
  number(row, "dismissed"),
  0,
]);
const repeatedChoices = step("repeated_choices", { repeat: choices });

const peers: Record<RestatementName, Peer> = {
  didomi: {
    needs: ["shown"],
    steps: [
      dismissed,
      step("silent", { exposure: { none: [1, 0] } }, (row) => [
        number(row, "shown") - ours.counts(row)[0] - number(row, "dismissed"),
        0,
      ]),
      step("repeated_prompts", { repeat: { prompt_shown: [1, 0] } }),
      step("repeated_choices", { repeat: { granted: [0, 1] } }),
      step("unprompted", {
        unprompted: { ...minusChoices, dismissed: [-1, 0], granted_later: [0, -1] },
      }),
      step("day_of_showing", { exposure: below, decision: minusBelow }),
    ],
  },
  didomi_consent_rate: { needs: [], steps: [repeatedChoices] },
  usercentrics: { needs: [], steps: [repeatedChoices] },
  osano: {
    needs: ["dismissed"],
    steps: [dismissed, step("day_of_showing", { exposure: choices, decision: minusChoices })],
  },
  att: { needs: [], steps: [step("decided_before", { redecision: minusChoices })] },
};

/** The steps from ours to theirs. Records that do not say enough for theirs are a step of their own. */
export function stepsTo(as: RestatementName): Step[] {
  const { needs, steps } = peers[as];
  if (needs.length === 0) return [...steps];
  const lacks = ({ numbers }: CountRow) => needs.some((name) => numbers[name] === undefined);
  const complete = steps.map(({ code, amount }) =>
    step(code, amount.facts, (row) => (lacks(row) ? nothing() : amount.counts(row))),
  );
  const without = step("records_without", {}, (row) => {
    const [n, count] = ours.counts(row);
    return lacks(row) ? [-n, -count] : nothing();
  });
  return [...complete, without];
}

export function amountOf(as: RestatementName): Amount {
  return addAmounts([ours, ...stepsTo(as).map(({ amount }) => amount)]);
}

export const restated = Object.fromEntries(
  restatementNames.map((as) => [
    as,
    rateOf(amountOf(as), ["granted", "declined", ...peers[as].needs]),
  ]),
) as Record<RestatementName, Family>;
