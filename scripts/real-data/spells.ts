// Times until an end, as consent: granted as long before the day of looking as somebody was followed, and withdrawn on that
// day where the end was seen. Only lengths are the data's; the day is ours.
import type { CurvePoint } from "#shared/contract/metric.ts";
import type { Api } from "./api.ts";

const SEEN_ON = "2026-01-31";
const WEEK_DAYS = 7;
const DAY_MS = 86_400_000;

export type Followed = { arm: string; weeks: number; ended: boolean };

export type Curves = {
  /** The share still there so many weeks on. */
  at(arm: string, week: number): number | null;
  /** In weeks; null where half have not gone. */
  median(arm: string): number | null;
};

/** `people` of arms that are slugs. */
export async function curvesOf(
  start: (day: string) => Promise<Api>,
  people: readonly Followed[],
): Promise<Curves> {
  const api = await start(SEEN_ON);
  await api.send(
    "events",
    people.flatMap(({ arm, weeks, ended }, i) => {
      const day = Date.parse(SEEN_ON) - weeks * WEEK_DAYS * DAY_MS;
      const from = new Date(day).toISOString().slice(0, 10);
      const person = {
        subject: `person-${i}`,
        purpose: "trial",
        notice: "entry",
        experiment: "arms",
        variant: arm,
      };
      const granted = { ...person, id: `granted-${i}`, type: "granted", at: `${from}T09:00:00Z` };
      const withdrawn = {
        ...person,
        id: `withdrawn-${i}`,
        type: "withdrawn",
        at: `${SEEN_ON}T12:00:00Z`,
      };
      return ended ? [granted, withdrawn] : [granted];
    }),
  );
  const weeks = Math.max(...people.map((person) => person.weeks));
  const { series } = await api.curve(
    `from=2020-01-01&to=${SEEN_ON}&by=variant&day=${weeks * WEEK_DAYS}`,
  );
  const pointsOf = (arm: string): CurvePoint[] => {
    const found = series.find(({ group }) => Object.values(group).includes(arm));
    if (!found || found.suppressed) throw new Error(`the API shows no curve of ${arm}`);
    return found.points;
  };
  return {
    at: (arm, week) => pointsOf(arm)[week * WEEK_DAYS]?.value ?? null,
    median(arm) {
      const half = pointsOf(arm).find(({ value }) => value !== null && value <= 0.5);
      return half === undefined ? null : half.day / WEEK_DAYS;
    },
  };
}
