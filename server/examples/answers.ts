/** Eight people and what they say in surveys, for the scores. */
import type { builtInQuestions } from "#shared/vocabulary.ts";
import { type ExampleSet, on } from "./example-set.ts";

const n1 = { purpose: "ads", notice: "2026-02" };

/** The question asked for does not change who counts. */
export function answersTo(
  question: string,
): ExampleSet<(typeof builtInQuestions)[number] | "survey_score" | "informed_opt_in_rate"> {
  const says = (at: string, score: number, more = {}) =>
    on(at, "survey_answered", { purpose: "ads", survey: "tracker", question, score, ...more });
  const why = (score: string, informed: string) => ({
    understanding: score,
    trust: score,
    benefit: score,
    control: score,
    survey_score: score,
    informed_opt_in_rate: informed,
  });
  return {
    asOf: "2026-03-31",
    from: "2026-03-01",
    queries: { survey_score: { question } },
    people: [
      {
        name: "Ada",
        events: [on("02 09:00", "granted", n1), says("05 09:00", 5)],
        why: why("5 of 5 is in the top two.", "Consents, and 5 of 5 is in the top two."),
      },
      {
        name: "Bo",
        events: [on("03 09:00", "granted", n1), says("06 09:00", 4), says("20 09:00", 2)],
        why: why(
          "4 of 5 is in the top two. The second answer of the month is kept, but not counted.",
          "Consents, and 4 of 5 is in the top two; the second answer of the month is not counted.",
        ),
      },
      {
        name: "Cy",
        events: [on("03 10:00", "declined", n1), says("07 09:00", 2)],
        why: why("2 of 5 is not in the top two.", "Answered without a consent in force."),
      },
      {
        name: "Di",
        events: [
          on("04 09:00", "granted", n1),
          on("10 09:00", "withdrawn", { purpose: "ads" }),
          says("12 09:00", 5),
        ],
        why: why("5 of 5 is in the top two, consent or not.", "Had withdrawn before answering."),
      },
      {
        name: "Ed",
        events: [says("13 09:00", 3)],
        why: why("3 of 5, the middle, is not in the top two.", "Was never seen to consent."),
      },
      {
        name: "Fe",
        events: [on("02 10:00", "granted", n1), says("15 09:00", 1)],
        why: why("1 of 5 is not in the top two.", "Consents, but 1 of 5 is not in the top two."),
      },
      {
        name: "Gi",
        events: [on("06 10:00", "granted", n1)],
        why: why("Did not answer.", "Consents, but did not answer."),
      },
      {
        name: "Hy",
        events: [on("06 11:00", "granted", n1), says("16 09:00", 7, { scale: 7 })],
        why: why(
          "Answered on a scale of 7. Scales are never pooled; the one with most answers is taken.",
          "Answered on a scale of 7. Scales are never pooled; the one with most answers is taken.",
        ),
      },
    ],
  };
}
