// Asked with or without an offer of money, per person, with age; three of four by plan with one.
import { sampleRatio } from "../../server/stats/sample-ratio.ts";
import { wilson } from "../../server/stats/wilson.ts";
import { type Api, cellOf, countOf, fixedOf, isHidden } from "./api.ts";
import { type DataSet, exactly, figure } from "./claims.ts";
import { apart, isProven, proven } from "./experiments.ts";
import { type Row, sum, table } from "./table.ts";

/** The file has no dates. Asked on the first day, and nobody on the last: by then everybody had the time to answer. */
const [ASKED_ON, OVER_ON] = ["2026-01-01", "2026-01-09"];
const ARMS = [
  ["no-offer", 0],
  ["offer", 1],
] as const;
/** Segment, years of age, and what is published without and with an offer. */
const AGES = [
  ["age-19-or-less", 0, 19, "38 of 123", "316 of 422"],
  ["age-20-29", 20, 29, "49 of 172", "419 of 539"],
  ["age-30-39", 30, 39, "59 of 150", "405 of 498"],
  ["age-40-49", 40, 49, "38 of 105", "324 of 401"],
  ["age-50-plus", 50, 120, "27 of 71", "279 of 348"],
] as const;
const [EXPERIMENT, PURPOSE] = ["incentive", "result"];
const OLDEST = "age-50-plus";

export const thornton: DataSet = {
  name: "thornton-hiv-incentive",
  check: async ({ read }, start) => {
    const people = table(read("thornton_hiv.csv")).filter(
      (row) => row.number("got") !== null && row.number("any") !== null,
    );
    const of = (any: number, segment?: string) =>
      tally(
        people.filter(
          (row) => row.number("any") === any && (!segment || segmentOf(row) === segment),
        ),
      );
    const [control, offered] = [of(0), of(1)];
    const alarm = (planned: readonly number[]) =>
      (sampleRatio([control.trials, offered.trials], planned).pValue ?? 0) < 0.01;

    const api = await start(OVER_ON);
    await send(api, of);
    const asked = `opt_in_yield?from=${ASKED_ON}&to=${ASKED_ON}`;
    const byArm = await api.metric(`${asked}&by=variant`);
    const [low, high] = ARMS.map(([variant]) => cellOf(byArm, variant)?.value ?? null);
    const resultsOf = (planned: readonly [number, number]) =>
      api.experiment({
        slug: EXPERIMENT,
        purpose: PURPOSE,
        planned: { [ARMS[0][0]]: planned[0], [ARMS[1][0]]: planned[1] },
      });
    const asPlanned = await resultsOf([22, 78]);
    const alarmByApi = ({ sampleRatio: { p } }: typeof asPlanned) => (p ?? 0) < 0.01;
    const byAge = await api.metric(`${asked}&by=segment,variant`);
    return [
      figure(
        "share without an offer",
        wilson(control.successes, control.trials, 0.95).estimate,
        "0.338684",
        low ?? null,
      ),
      figure(
        "share with an offer",
        wilson(offered.successes, offered.trials, 0.95).estimate,
        "0.789236",
        high ?? null,
      ),
      figure(
        "difference",
        apart(control, offered)?.value ?? null,
        "0.450552",
        (high ?? Number.NaN) - (low ?? Number.NaN),
      ),
      exactly(
        "difference proven at 95 %",
        proven(control, offered),
        true,
        isProven(fixedOf(asPlanned)),
      ),
      exactly(
        "split 22:78 as planned: alarm at p < 0.01",
        alarm([22, 78]),
        false,
        alarmByApi(asPlanned),
      ),
      exactly(
        "the same against 50:50: alarm",
        alarm([1, 1]),
        true,
        alarmByApi(await resultsOf([1, 1])),
      ),
      ...AGES.flatMap(([segment, , , ...published]) =>
        ARMS.map(([variant, any], arm) => {
          const { successes, trials } = of(any, segment);
          const what = `${segment}, ${variant}`;
          const got = `${successes} of ${trials}`;
          if (segment === OLDEST) return exactly(what, got, published[arm] ?? null);
          const fromApi = countOf(cellOf(byAge, segment, variant));
          return exactly(what, got, published[arm] ?? null, fromApi);
        }),
      ),
      exactly(
        "without an age, in both arms: all but these",
        of(0, "unknown").trials + of(1, "unknown").trials,
        5,
      ),
      exactly("they are hidden by the API", isHidden(byAge, "unknown"), true),
      exactly("and the oldest with them, so that no sum tells", isHidden(byAge, OLDEST), true),
    ];
  },
};

/** Asked is shown, who came is granted, and who did not come made no choice. */
async function send(api: Api, of: (any: number, segment: string) => ReturnType<typeof tally>) {
  const segments = [...AGES.map(([segment]) => segment), "unknown"];
  const key = { source: "incentive-trial", purpose: PURPOSE, experiment: EXPERIMENT };
  const records = ARMS.flatMap(([variant, any]) =>
    segments.map((segment) => {
      const { successes, trials } = of(any, segment);
      return { day: ASKED_ON, variant, segment, shown: trials, granted: successes, declined: 0 };
    }),
  );
  const over = { day: OVER_ON, variant: "offer", shown: 0, granted: 0, declined: 0 };
  await api.send(
    "counts",
    [...records, over].map((record) => ({ ...key, ...record })),
  );
}

function tally(rows: readonly Row[]) {
  return { successes: sum(rows.map((row) => row.number("got") ?? 0)), trials: rows.length };
}

function segmentOf(row: Row): string {
  const age = row.number("age");
  const band = AGES.find(([, from, to]) => age !== null && age >= from && age <= to);
  return band?.[0] ?? "unknown";
}
