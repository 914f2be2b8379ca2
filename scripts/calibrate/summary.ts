// What the product itself says of how often verdicts are wrong: shared/calibration.json.
import type { Calibration, Verdict } from "#shared/contract/verdict.ts";
import { type Method, methods } from "../../server/verdicts/method.ts";
import { coverageOf, goalsOf, isNull, type Line, shareOf } from "./goals.ts";
import { FOLLOW_UP_WEEKS } from "./scenario.ts";
import { claimed, together, verdictCount, worldsOf } from "./tally.ts";

export function summaryOf(lines: readonly Line[]) {
  const goals = [...goalsOf(lines), ...coverageOf(lines)];
  const met = goals.filter(({ standing }) => standing === "met").length;
  return { goals: { of: goals.length, met }, nothing: nothingBy(lines), planted: plantedIn(lines) };
}

/** Without those too small for any claim: they would only flatter. */
function nothingBy(
  lines: readonly Line[],
): Record<Method, Pick<Calibration, "worlds" | "falseClaims" | "low" | "high">> {
  const nulls = lines.filter((line) => isNull(line) && line.scenario.group !== "too_small");
  const all = together(nulls.map(({ tally }) => tally));
  return Object.fromEntries(
    methods.map((method) => {
      const count = (what: string) => all[`method ${method} ${what}`] ?? 0;
      const worlds = count("worlds");
      const { share, low, high } = shareOf(count("claim full") + count("claim lowered"), worlds);
      return [method, { worlds, falseClaims: share, low, high }];
    }),
  ) as ReturnType<typeof nothingBy>;
}

/** Over the designs that have to tell it, as the server looks: the verdict deserved, with its interval, and any other claim. */
function plantedIn(lines: readonly Line[]) {
  const told = lines.filter(
    ({ scenario }) =>
      scenario.group === "effect" &&
      scenario.goal !== null &&
      scenario.followUpWeeks === FOLLOW_UP_WEEKS,
  );
  return [...Map.groupBy(told, ({ scenario }) => scenario.name)].map(([name, own]) => {
    const tally = together(own.map((line) => line.tally));
    const verdict: Verdict = own[0]?.scenario.right ?? "not_enough_data";
    const worlds = worldsOf(tally);
    const right = verdictCount(tally, verdict);
    const { share, low, high } = shareOf(right, worlds);
    return {
      name,
      verdict,
      worlds,
      right: share,
      low,
      high,
      wrong: (claimed(tally) - right) / worlds,
    };
  });
}
