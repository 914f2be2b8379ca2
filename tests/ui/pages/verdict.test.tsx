import { render, screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import { describe, expect, test } from "vitest";
import {
  type OutcomeEffect,
  type Recheck,
  type VerdictAnswer,
  verdicts,
} from "#shared/contract/verdict.ts";
import { EffectForest } from "../../../client/charts/effect-forest.tsx";
import { HowPanel } from "../../../client/pages/changes/how-panel.tsx";
import { VerdictCard } from "../../../client/pages/changes/verdict-card.tsx";
import { outcome, verdictAnswer } from "../charts/verdict-answers.ts";

const show = (element: ReactNode) => render(<MemoryRouter>{element}</MemoryRouter>);

describe("the card of a verdict", () => {
  test.each(verdicts)("says the verdict, the sentence and what to do next: %s", (verdict) => {
    for (const state of ["preliminary", "final"] as const) {
      const { unmount } = show(
        <VerdictCard
          answer={verdictAnswer({ verdict, state, asOf: "2026-04-10" })}
          recheck={null}
        />,
      );
      const card = screen.getByRole("region", { name: "The verdict" });
      expect(card.textContent).toContain("Trust grew with plainer words.");
      expect(card.textContent).toMatch(/How sure we are\w.+\..*What to do next\w.+\./);
      expect(card.textContent).toMatch(state === "final" ? /Final/ : /Preliminary, final on .*May/);
      unmount();
    }
  });

  const doubt = (text: string, lowers: boolean) =>
    ({ code: "volume_break", text, lowers, week: null, changeId: null, metric: null }) as const;
  const pointsOf = (patch: Partial<VerdictAnswer>) => {
    const { unmount } = show(<VerdictCard answer={verdictAnswer(patch)} recheck={null} />);
    const [sure = "", next = ""] = screen.getAllByRole("definition").map((one) => one.textContent);
    const link = screen.queryByRole("link", { name: "Set the follow-up" });
    const badges = screen.getByRole("region").querySelector(".verdict-badges")?.textContent ?? "";
    const to = link?.getAttribute("href") ?? null;
    unmount();
    return { sure, next, to, badges };
  };

  test("names the weeks on both sides to their last day", () => {
    show(<VerdictCard answer={verdictAnswer()} recheck={null} />);
    const text = screen.getByText(/^Before: /).textContent.replaceAll(/\s/g, " ");
    expect(text).toContain("Before: Jan 5 – Mar 1, 2026 · after: Mar 9 – May 3, 2026");
  });

  test("says by name what it may be doubted for, and to weigh that first", () => {
    const confounders = [
      doubt("Weeks are left out.", false),
      doubt("Twice as many were asked.", true),
      doubt("Another change came.", true),
    ];
    const { sure, next, badges } = pointsOf({ claim: "lowered", confounders });
    expect(sure).toContain("With reservations. Twice as many were asked. And 1 more, below.");
    expect(next).toBe(
      "First weigh what else may have played a part. Keep it, and carry it to where it does not apply yet. ",
    );
    expect(badges).toContain("With reservations");
    expect(pointsOf({}).sure).toContain("Sure: nothing that we know of speaks against it.");
  });

  test("says how often such a claim is wrong, and not of what claims nothing", () => {
    const calibration = {
      worlds: 200,
      falseClaims: 0.01,
      low: 0,
      high: 0.03,
      text: "Of 200, 2.",
      table: "/glossary#how-often-wrong",
    };
    expect(pointsOf({ calibration }).sure).toContain("Of 200, 2.");
    const none = pointsOf({ calibration, claim: "none", verdict: "not_enough_data" });
    expect(none.sure).not.toContain("Of 200");
  });

  const untold = { verdict: "not_enough_data", claim: "none" } as const;
  const unclear = (patch: Partial<OutcomeEffect>) =>
    outcome({ moved: "unclear", notWorse: false, ...patch });

  test("of too few data, says how sure of what", () => {
    expect(pointsOf({ ...untold, design: "none" }).sure).toContain("too little to compare");
    expect(pointsOf(untold).sure).toContain("Sure of what is said to have moved");
    expect(pointsOf({ ...untold, outcomes: [unclear({})] }).sure).toContain("as well be chance");
  });

  test("of too few data, says when to look again, unless that day has passed", () => {
    const young = { ...untold, state: "preliminary" as const, outcomes: [unclear({})] };
    const { next, badges } = pointsOf({ ...young, asOf: "2026-04-10" });
    expect(next).toMatch(/Decide nothing on this yet\. Look again on May 4, 2026\./);
    expect(badges).toContain("Preliminary, final on May 4, 2026");
    const passed = pointsOf({ ...young, asOf: "2026-05-10" });
    expect(passed.next).not.toContain("Look again");
    expect(passed.badges).toMatch(/Preliminary$/);
  });

  test("once the follow-up is full, says how long a follow-up it takes, where waiting helps", () => {
    const open = unclear({ metric: "trust", neededDays: 62 });
    const known = outcome({ notWorse: true, moved: "unclear", neededDays: 300 });
    expect(pointsOf({ ...untold, outcomes: [open, known] })).toMatchObject({
      next: expect.stringContaining("A follow-up of about 17 weeks could tell"),
      to: "/settings",
    });
    const endless = pointsOf({ ...untold, outcomes: [unclear({ neededDays: 900 })] });
    expect(endless).toMatchObject({
      next: expect.stringContaining("Waiting will not settle it"),
      to: null,
    });
  });

  test("where nobody was asked, or nobody was reached, says so", () => {
    const nobody = { effect: null, n: 0, nBefore: 0, moved: "unclear" } as const;
    const silent = [outcome(nobody), unclear({ metric: "opt_in_yield" })];
    expect(pointsOf({ ...untold, outcomes: silent }).next).toContain("Ask people whether they");
    expect(pointsOf({ ...untold, outcomes: [outcome(nobody)] }).next).toContain("Check whom");
  });
});

describe("a final verdict", () => {
  const kept = verdictAnswer({ keptOn: "2026-05-06", keptDataVersion: 1 });
  const recheck: Recheck = {
    verdict: "mixed",
    claim: "full",
    sentence: "It helped at a price.",
    outcomes: [],
    dataVersion: 9,
    asOf: "2026-06-01",
    differs: true,
  };

  test("says since when it stands, and when it was kept", () => {
    show(<VerdictCard answer={kept} recheck={null} />);
    expect(
      screen.getByText(/Final since .*May.*2026, kept as it was on .*May.*2026/),
    ).toBeDefined();
    expect(screen.queryByText(/Looked at again/)).toBeNull();
  });

  test("has beside it, plainly, what the data of today say, where that is another", () => {
    show(<VerdictCard answer={kept} recheck={recheck} />);
    const card = screen.getByRole("region", { name: "The verdict" });
    expect(card.textContent).toContain("Trust grew with plainer words.");
    expect(card.textContent).toMatch(/Looked at again .*Jun.* It helped at a price\./);
    expect(screen.getByText("Another verdict with today's data")).toBeDefined();
  });

  test("says in few words that it would be the same", () => {
    show(<VerdictCard answer={kept} recheck={{ ...recheck, differs: false }} />);
    expect(screen.getByText(/it stays so/)).toBeDefined();
    expect(screen.queryByText("Another verdict with today's data")).toBeNull();
  });
});

describe("the forest of outcomes", () => {
  test("has each effect with its interval, p, n and what is still needed", () => {
    const outcomes = [
      outcome({ needed: 900, neededDays: 1 }),
      outcome({ metric: "trust", effect: null, missing: "too early", needed: 7, neededDays: 14 }),
    ];
    show(<EffectForest title="Outcomes" outcomes={outcomes} />);
    const row = within(screen.getByRole("row", { name: /Understanding/ }));
    for (const text of ["+9.0", "+6.0 to +12.0", "52.0% → 61.0%", "< 0.001"])
      expect(row.getByText(text)).toBeDefined();
    expect(row.getByText("Still needed: 900 (about 1 day)")).toBeDefined();
    expect(row.getByText("Rose")).toBeDefined();
    expect(screen.getByText("Still needed: 7 (about 14 days)")).toBeDefined();
  });

  test("calls its figures what they are: of the weeks before and after, or of the arms", () => {
    const { unmount } = show(<EffectForest title="Outcomes" outcomes={[outcome()]} />);
    expect(screen.getByRole("columnheader", { name: "Before → After" })).toBeDefined();
    unmount();
    show(<EffectForest title="Outcomes" outcomes={[outcome()]} isRandomised />);
    expect(screen.getByRole("columnheader", { name: "Control → Variant" })).toBeDefined();
  });

  test("plots nothing where nothing is measured, and says why", () => {
    const none = { effect: null, low: null, high: null, moved: "unclear" } as const;
    show(<EffectForest title="Outcomes" outcomes={[outcome({ ...none, missing: "too early" })]} />);
    expect(screen.getByRole("row", { name: "Understanding too early" })).toBeDefined();
    expect(screen.queryByRole("columnheader")).toBeNull();
  });

  test("says why an outcome has no effect, also where that is hidden", () => {
    const none = { effect: null, low: null, high: null, moved: "unclear" } as const;
    const outcomes = [
      outcome(),
      outcome({ ...none, metric: "opt_in_yield", missing: "nobody was asked" }),
      outcome({ ...none, metric: "trust", missing: null }),
    ];
    show(<EffectForest title="Outcomes" outcomes={outcomes} />);
    expect(screen.getByText("nobody was asked")).toBeDefined();
    expect(screen.getByText("hidden")).toBeDefined();
  });
});

test("what lowers the claim comes first, and an overlapping change is a click away", () => {
  const known = { week: null, changeId: null, metric: null };
  show(
    <HowPanel
      answer={verdictAnswer({
        confounders: [
          { ...known, code: "season_unknown", text: "No full year.", lowers: false },
          {
            ...known,
            code: "overlapping_change",
            text: "Another change came.",
            lowers: true,
            changeId: "c-2",
          },
        ],
      })}
    />,
  );
  const [first] = screen.getAllByRole("listitem");
  expect(first?.textContent).toContain("A reservation");
  const link = screen.getByRole("link", { name: "Another change came." });
  expect(link.getAttribute("href")).toBe("/changes/c-2");
});
