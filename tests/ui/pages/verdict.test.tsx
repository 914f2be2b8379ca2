import { render, screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import { describe, expect, test } from "vitest";
import { type Recheck, verdicts } from "#shared/contract/verdict.ts";
import { EffectForest } from "../../../client/charts/effect-forest.tsx";
import { HowPanel } from "../../../client/pages/changes/how-panel.tsx";
import { VerdictCard } from "../../../client/pages/changes/verdict-card.tsx";
import { outcome, verdictAnswer } from "../charts/verdict-answers.ts";

const show = (element: ReactNode) => render(<MemoryRouter>{element}</MemoryRouter>);

describe("the card of a verdict", () => {
  test.each(verdicts)("says the verdict, the sentence and what to do next: %s", (verdict) => {
    for (const state of ["preliminary", "final"] as const) {
      const { unmount } = show(
        <VerdictCard answer={verdictAnswer({ verdict, state })} recheck={null} />,
      );
      const card = screen.getByRole("region", { name: "The verdict" });
      expect(card.textContent).toContain("Trust grew with plainer words.");
      expect(card.textContent).toMatch(/What to do next: \w.+\./);
      expect(card.textContent).toMatch(state === "final" ? /Final/ : /Preliminary, final on .*May/);
      unmount();
    }
  });

  test("says that the claim is lowered, and by when there is enough data", () => {
    show(
      <VerdictCard
        answer={verdictAnswer({
          verdict: "not_enough_data",
          claim: "lowered",
          outcomes: [outcome({ neededDays: 12 }), outcome({ metric: "trust", neededDays: 25 })],
        })}
        recheck={null}
      />,
    );
    expect(screen.getByText("Claim lowered")).toBeDefined();
    expect(screen.getByText(/about 25 more days/)).toBeDefined();
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
    const outcomes = [outcome({ needed: 900, neededDays: 1 })];
    show(<EffectForest title="Outcomes" outcomes={outcomes} />);
    const row = within(screen.getByRole("row", { name: /Understanding/ }));
    for (const text of ["+9.0", "+6.0 to +12.0", "52.0% → 61.0%", "< 0.001"])
      expect(row.getByText(text)).toBeDefined();
    expect(row.getByText("Still needed: 900 (about 1 day)")).toBeDefined();
    expect(row.getByText("Rose")).toBeDefined();
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
  expect(first?.textContent).toContain("Lowers the claim");
  const link = screen.getByRole("link", { name: "Another change came." });
  expect(link.getAttribute("href")).toBe("/changes/c-2");
});
