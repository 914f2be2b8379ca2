/** What should not be passed over: changes with the mark of a dark pattern, and ways out harder than the way in. */
import type { Flag, FlagsAnswer } from "#shared/contract/flag.ts";
import type { Figure, Series } from "#shared/contract/metric.ts";
import type { Reply } from "#shared/contract/reply.ts";
import { formatDay } from "#shared/days.ts";
import { EVENTS_SOURCE } from "#shared/vocabulary.ts";
import type { Snapshot } from "../store/store.ts";
import { buildMetricAnswer } from "./metric-figure.ts";
import type { ChangeVerdict } from "./verdict-list.ts";

/** Effort is looked at over so many days; an answer older than that spoke of other days. */
const EFFORT_DAYS = 90;

export function buildFlags(
  snapshot: Snapshot,
  verdicts: readonly ChangeVerdict[],
  asOf: number | null,
): FlagsAnswer {
  const replies = snapshot.records("reply");
  const flags = asOf === null ? [] : [...optInFlags(verdicts), ...effortFlags(snapshot, asOf)];
  const answered = flags.map((flag): Flag => ({ ...flag, reply: replyTo(flag, replies) }));
  return {
    flags: answered.toSorted((a, b) => Number(a.reply !== null) - Number(b.reply !== null)),
    k: snapshot.settings().k,
    asOf: asOf === null ? null : formatDay(asOf),
  };
}

function optInFlags(verdicts: readonly ChangeVerdict[]): Flag[] {
  return verdicts.flatMap(({ change, answer }): Flag[] => {
    const { verdict, sentence, language, state, claim } = answer;
    if (verdict !== "opt_in_without_understanding") return [];
    const { id, title, date } = change;
    return [
      {
        code: verdict,
        about: id,
        change: { id, title, date },
        sentence,
        language,
        state,
        claim,
        reply: null,
      },
    ];
  });
}

function effortFlags(snapshot: Snapshot, asOf: number): Flag[] {
  const range = { from: asOf - EFFORT_DAYS + 1, to: asOf };
  const ask = (stat: "time" | "steps"): Series[] =>
    buildMetricAnswer(snapshot, {
      question: {
        metric: "opt_out_effort",
        ...range,
        asOf,
        confidence: 0.95,
        stat,
        day: 30,
        question: null,
        scale: null,
      },
      grain: "total",
      by: ["channel"],
      filters: { source: [EVENTS_SOURCE] },
      compare: null,
    }).series;
  const steps = new Map(ask("steps").map(({ group, total }) => [group.channel, total]));
  return ask("time").flatMap(({ group: { channel = "" }, total: time }): Flag[] => {
    const one = steps.get(channel) ?? { suppressed: true };
    if (!isHarder(time) && !isHarder(one)) return [];
    return [
      {
        code: "opt_out_effort",
        about: channel,
        from: formatDay(range.from),
        to: formatDay(range.to),
        time,
        steps: one,
        reply: null,
      },
    ];
  });
}

/** Only where the whole interval says so. */
function isHarder(figure: Figure): boolean {
  return !figure.suppressed && figure.low !== null && figure.low > 1;
}

/** The latest one. */
function replyTo(flag: Flag, replies: readonly Reply[]): Reply | null {
  const said = replies.filter(({ to, about }) => to === flag.code && about === flag.about);
  const inTime = said.filter(
    ({ createdAt }) => flag.code !== "opt_out_effort" || createdAt.slice(0, 10) >= flag.from,
  );
  return inTime.at(-1) ?? null;
}
