// The table that is printed, and kept as docs/calibration.md.
import { verdicts } from "#shared/contract/verdict.ts";
import {
  anyClaim,
  type Coverage,
  coverageOf,
  type Goal,
  goalsOf,
  isNull,
  type Line,
  type Share,
  type Standing,
  shareOf,
  verdictShare,
} from "./goals.ts";
import { aboutMisses, aboutWorlds } from "./prose.ts";
import { type Offer, offers } from "./scenario.ts";
import { claimCount, worldsOf } from "./tally.ts";

const OFFERED: Record<Offer, string> = {
  experiment: "an experiment",
  many_clusters: "12 clusters",
  few_clusters: "few clusters",
  one_cluster: "one cluster of 12",
  series_with_a_year: "a series, a year before",
  series_without_a_year: "a series, 16–44 weeks before",
};

const GROUPS: Record<Line["scenario"]["group"], string> = {
  null: "nothing happened",
  small_null: "nothing happened, a tenth of the volume",
  too_small: "nothing happened, too small",
  effect: "effects of twice the size that matters",
  stable: "nothing happened, stable series",
};

const MARKS: Record<Standing, string> = {
  met: "met",
  within: "not met, within chance",
  missed: "**missed**",
};

export function document(
  lines: readonly Line[],
  { seed, worlds }: { seed: number; worlds: number },
): string {
  return `${[
    "# How often a verdict is wrong",
    "",
    `Worlds with a known truth, judged by the very code that judges changes: ${worlds} worlds a line, seed ${seed}. Written by \`npm run calibrate -- --worlds ${worlds} --seed ${seed} --write\`; the same seed gives the same table. Shares are in %, with their 95 % Wilson interval.`,
    "",
    ...aboutWorlds,
    ...goalSection(lines),
    ...nullSection(lines),
    ...effectSection(lines),
    ...coverageSection(lines),
    ...confusion(lines),
  ].join("\n")}\n`;
}

function goalSection(lines: readonly Line[]): string[] {
  const all: (Goal | Goal[])[] = goalsOf(lines);
  const kinds = [...Map.groupBy(all.flat(), ({ what }) => what)];
  const rows = kinds.map(([what, goals]) => {
    const count = (standing: Standing) => goals.filter((one) => one.standing === standing).length;
    const isMost = goals[0]?.goal.startsWith("at most") ?? false;
    const sorted = goals.toSorted((a, b) => (a.share.share - b.share.share) * (isMost ? -1 : 1));
    const worst = sorted[0];
    const share = worst === undefined ? "" : `${cell(worst.share)} (${worst.where})`;
    const counts = [count("met"), count("within"), count("missed")];
    return [what, goals[0]?.goal ?? "", ...counts.map(String), share];
  });
  const coverages = coverageOf(lines);
  const counts = (["met", "within", "missed"] as const).map((standing) =>
    String(coverages.filter((one) => one.standing === standing).length),
  );
  const off = ({ share, level }: Coverage) => Math.abs(share.share - level);
  const [far] = coverages.toSorted((a, b) => off(b) - off(a));
  const farthest =
    far === undefined
      ? ""
      : `${cell(far.share)} at ${far.level * 100} % (${far.metric}, ${far.method})`;
  const held = [
    "intervals hold the truth",
    "nominal ± 2 points, placebo at least",
    ...counts,
    farthest,
  ];
  const missed = [
    ...all.flat().filter(({ standing }) => standing !== "met"),
    ...coverages.filter(({ standing }) => standing !== "met").map(asGoal),
  ];
  return [
    "## Goals",
    "",
    ...table(["", "goal", "met", "not met, within chance", "missed", "worst"], [...rows, held]),
    "",
    ...(missed.length === 0 ? ["Every one of them is met."] : ["Not met:", ""]),
    ...missed.map(
      ({ what, where, share, goal, standing }) =>
        `- ${what}, ${where}: ${cell(share)}, goal ${goal} (${MARKS[standing]})`,
    ),
    "",
    ...aboutMisses,
  ];
}

function asGoal({ method, metric, level, share, standing }: Coverage): Goal {
  const goal = `${level * 100} ± 2 %${method === "placebo_assignments" ? ", or more" : ""}`;
  return { what: "intervals hold the truth", where: `${metric}, ${method}`, share, goal, standing };
}

function nullSection(lines: readonly Line[]): string[] {
  const nulls = lines.filter(isNull);
  const names = [...new Set(nulls.map(rowName))];
  const rowsOf = (say: (line: Line) => string) =>
    names.map((name) => [
      name,
      ...offers.map((offer) => {
        const line = nulls.find((one) => rowName(one) === name && one.scenario.offer === offer);
        return line === undefined ? "" : say(line);
      }),
    ]);
  const head = ["", ...offers.map((offer) => OFFERED[offer])];
  const claims = (line: Line) => {
    const part = (claim: "full" | "lowered") =>
      percent(claimCount(line.tally, claim) / worldsOf(line.tally));
    return `${cell(anyClaim(line))}: ${part("full")} full, ${part("lowered")} lowered`;
  };
  return [
    "## Where nothing happened",
    "",
    "`building_trust`, by what moves by itself and what the data offer:",
    "",
    ...table(
      head,
      rowsOf((line) => cell(verdictShare(line, "building_trust"))),
    ),
    "",
    "Any claim (`opt_in_without_understanding`, `building_trust`, `mixed`, `eroding_trust`), and whether something named lowered it:",
    "",
    ...table(head, rowsOf(claims)),
    "",
  ];
}

function effectSection(lines: readonly Line[]): string[] {
  const planted = lines.filter((line) => !isNull(line));
  const names = [...new Set(planted.map(({ scenario }) => scenario.name))];
  const at = (name: string, offer: Offer) =>
    planted.find(({ scenario }) => scenario.name === name && scenario.offer === offer);
  const rows = names.map((name) => {
    const right = planted.find(({ scenario }) => scenario.name === name)?.scenario.right ?? null;
    const cells = offers.map((offer) => {
      const line = at(name, offer);
      if (line === undefined || right === null) return "";
      const { goal } = line.scenario;
      const share = verdictShare(line, right);
      return goal === null ? `${cell(share)} (no goal)` : cell(share);
    });
    return [name, `\`${right}\``, ...cells];
  });
  return [
    "## Where something did: the right verdict",
    "",
    ...table(["world", "deserves", ...offers.map((offer) => OFFERED[offer])], rows),
    "",
  ];
}

function coverageSection(lines: readonly Line[]): string[] {
  const rows = (all: readonly Coverage[]) =>
    all
      .filter(({ level }) => level === 0.95)
      .map(({ method, metric, share, error, standing }) => {
        const narrow = all.find(
          (one) => one.method === method && one.metric === metric && one.level === 0.9,
        );
        return [
          `\`${method}\``,
          metric,
          `${percent(share.share)} ± ${percent(error)}`,
          MARKS[standing],
          narrow === undefined ? "" : `${percent(narrow.share.share)} ± ${percent(narrow.error)}`,
          narrow === undefined ? "" : MARKS[narrow.standing],
          String(share.of),
        ];
      });
  const head = ["method used", "outcome", "95 %", "", "90 %", "", "intervals"];
  return [
    "## How often the intervals hold the truth",
    "",
    "Over all worlds above the size that is too small, by the method that was used in the end, with the Monte-Carlo error:",
    "",
    ...table(head, rows(coverageOf(lines))),
    "",
  ];
}

function confusion(lines: readonly Line[]): string[] {
  const rows = lines.map((line) => {
    const { group, name, offer } = line.scenario;
    return [
      GROUPS[group],
      name,
      OFFERED[offer],
      ...verdicts.map((verdict) => {
        const share = verdictShare(line, verdict);
        return share.hits === 0 ? "0" : cell(share);
      }),
    ];
  });
  return [
    "## Every line",
    "",
    ...table(["", "world", "the data offer", ...verdicts.map((one) => `\`${one}\``)], rows),
  ];
}

function rowName({ scenario }: Line): string {
  const { group, name } = scenario;
  return group === "null" ? name : GROUPS[group].replace("nothing happened, ", "");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [row(head), `|${head.map(() => "---").join("|")}|`, ...rows.map(row)];
}

function cell(share: Share): string {
  const { low, high } = share.of > 0 ? share : shareOf(0, 0);
  return `${percent(share.share)} (${percent(low)}–${percent(high)})`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
