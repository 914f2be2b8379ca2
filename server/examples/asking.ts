/** Eight people who are asked, for the rates of asking and deciding. */
import { type ExampleSet, type Happening, on } from "./example-set.ts";

const n1 = { purpose: "ads", notice: "2026-02" };
const n2 = { purpose: "ads", notice: "2026-03" };
const asks = (at: string, of: Happening["more"] = n1) => on(at, "prompt_shown", of);

export const asking: ExampleSet<"opt_in_rate" | "opt_in_yield" | "no_choice_rate"> = {
  asOf: "2026-03-31",
  from: "2026-03-01",
  people: [
    {
      name: "Ana",
      events: [asks("02 09:00"), asks("03 09:00"), on("03 09:01", "granted", n1)],
      why: {
        opt_in_rate: "One decision, a yes. Seeing the notice twice changes nothing.",
        opt_in_yield: "Asked once: the second prompt adds no exposure. Yes within 7 days.",
        no_choice_rate: "Asked, and chose.",
      },
    },
    {
      name: "Ben",
      events: [asks("02 10:00"), on("02 10:01", "declined", n1), on("09 08:00", "granted", n1)],
      why: {
        opt_in_rate:
          "The first answer under a notice is the decision: a no. The later yes is none.",
        opt_in_yield: "The outcome is the first answer, a no.",
        no_choice_rate: "Asked, and chose.",
      },
    },
    {
      name: "Cem",
      events: [asks("02 11:00"), on("02 11:01", "dismissed", n1)],
      why: {
        opt_in_rate: "Closed the notice: that is no decision.",
        opt_in_yield: "Asked; closing the notice is not a yes.",
        no_choice_rate: "Closed the notice and chose nothing.",
      },
    },
    {
      name: "Dee",
      events: [asks("02 12:00")],
      why: {
        opt_in_rate: "Saw the notice and did nothing: no decision.",
        opt_in_yield: "Asked; silence is not a yes.",
        no_choice_rate: "Saw the notice and did nothing.",
      },
    },
    {
      name: "Eli",
      events: [asks("02 13:00"), on("02 13:01", "granted", { ...n1, method: "implicit" })],
      why: {
        opt_in_rate: "Scrolled on. An implicit grant is no consent, so there is no decision.",
        opt_in_yield: "Asked; scrolling on is not a yes.",
        no_choice_rate: "Scrolled on, which chooses nothing.",
      },
    },
    {
      name: "Fay",
      events: [
        asks("02 14:00"),
        on("02 14:01", "declined", n1),
        asks("12 14:00", n2),
        on("12 14:01", "granted", n2),
      ],
      why: {
        opt_in_rate: "Two notices, two decisions: a no and a yes.",
        opt_in_yield: "Asked under two notices: one no, one yes.",
        no_choice_rate: "Asked twice, and chose twice.",
      },
    },
    {
      name: "Gus",
      events: [on("05 15:00", "granted", n1)],
      why: {
        opt_in_rate: "Said yes on a form that no prompt came before: a decision like any other.",
        opt_in_yield: "The grant is the exposure and its outcome in one.",
        no_choice_rate: "Asked, and chose.",
      },
    },
    {
      name: "Hal",
      events: [asks("28 16:00"), on("28 16:01", "granted", n1)],
      why: {
        opt_in_rate: "One decision, a yes.",
        opt_in_yield: "Asked less than 8 days before the as-of day: not counted yet.",
        no_choice_rate: "Asked less than 8 days before the as-of day: not counted yet.",
      },
    },
  ],
};
