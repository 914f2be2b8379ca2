/** Five people who leave, or try to, for the effort of it. */
import { type ExampleSet, on } from "./example-set.ts";

const n1 = { purpose: "ads", notice: "2026-02" };
const ads = { purpose: "ads" };
const starts = (at: string) => on(at, "withdrawal_started", ads);

export const leaving: ExampleSet<"opt_out_effort" | "opt_out_completion"> = {
  asOf: "2026-03-31",
  from: "2026-03-01",
  people: [
    {
      name: "Amy",
      events: [
        on("02 09:00", "granted", { ...n1, durationMs: 4000 }),
        starts("10 10:00"),
        on("10 10:00:20", "withdrawn", ads),
      ],
      why: {
        opt_out_effort: "Joined in 4 s as stated; left 20 s after she began to.",
        opt_out_completion: "Began to leave, and got out.",
      },
    },
    {
      name: "Ben",
      events: [on("03 09:00", "granted", { ...n1, durationMs: 6000 }), starts("11 10:00")],
      why: {
        opt_out_effort: "Joined in 6 s; never got out, so there is no time to leave.",
        opt_out_completion: "Began to leave and gave up.",
      },
    },
    {
      name: "Cal",
      events: [
        on("04 10:00", "prompt_shown", n1),
        on("04 10:00:08", "granted", n1),
        on("12 10:00", "withdrawn", { ...ads, durationMs: 30_000 }),
      ],
      why: {
        opt_out_effort: "Joined 8 s after the prompt; left in 30 s as stated.",
        opt_out_completion: "No start is known, so it is no attempt.",
      },
    },
    {
      name: "Deb",
      events: [
        on("05 09:00", "granted", n1),
        starts("13 10:00"),
        starts("13 10:01"),
        on("13 10:02", "withdrawn", ads),
      ],
      why: {
        opt_out_effort: "No prompt, no stated time to join; left 120 s after she first began to.",
        opt_out_completion: "Two starts within 24 h are one attempt, and she got out.",
      },
    },
    {
      name: "Eli",
      events: [
        on("06 09:00", "granted", { ...n1, durationMs: 5000 }),
        starts("30 10:00"),
        on("30 10:00:10", "withdrawn", ads),
      ],
      why: {
        opt_out_effort: "Joined in 5 s; left in 10 s.",
        opt_out_completion: "Began less than 2 days before the as-of day: not counted yet.",
      },
    },
  ],
};
