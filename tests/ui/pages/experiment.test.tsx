import { render, screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import { describe, expect, test } from "vitest";
import { type ExperimentResults, recommendations } from "#shared/contract/experiment-results.ts";
import { nextStep } from "../../../client/pages/experiments/next-step.ts";
import { OutcomesPanel } from "../../../client/pages/experiments/outcomes-panel.tsx";
import { PrimaryPanel } from "../../../client/pages/experiments/primary-panel.tsx";
import { RatioPanel } from "../../../client/pages/experiments/ratio-panel.tsx";
import { RecommendationCard } from "../../../client/pages/experiments/recommendation-card.tsx";
import { SensitivityTable } from "../../../client/pages/experiments/sensitivity.tsx";
import { Unplanned } from "../../../client/pages/experiments/unplanned.tsx";
import { arm, compared, comparison, results, watched } from "../charts/experiment-answers.ts";

const show = (element: ReactNode) => render(<MemoryRouter>{element}</MemoryRouter>);

describe("the card of a recommendation", () => {
  test.each(recommendations)("says the sentence and what to do next: %s", (recommendation) => {
    const told = (["running", "stopped"] as const).map((status) => {
      const answer = results({ recommendation });
      const experiment = { ...answer.experiment, status };
      const { unmount } = show(<RecommendationCard results={{ ...answer, experiment }} />);
      const card = screen.getByRole("region", { name: "The recommendation" });
      expect(card.textContent).toContain("Ship benefit-led: opt-in rose.");
      expect(card.textContent).toContain("3,711 of 4,000 people planned");
      const text = card.textContent ?? "";
      unmount();
      return text;
    });
    expect(told[0]).toMatch(/What to do next: \w.+\./);
    expect(told[0]).not.toBe(told[1]);
  });
});

test("a test that ended without an answer is not told to keep running", () => {
  const answer = results({ recommendation: "keep_running", ended: true });
  show(<RecommendationCard results={answer} />);
  const card = screen.getByRole("region", { name: "The recommendation" });
  expect(card.textContent).toContain("No answer");
  expect(card.textContent).toContain("It ended before it could be told.");
  expect(card.textContent).not.toContain("Keep running");
});

test("the primary outcome stands with its interval, chance to be best and expected loss", () => {
  const bayes = { probabilityBest: 0.9723, expectedLoss: 0.0012, low: 0.5, high: 0.6 };
  const arms = [arm(), arm({ variant: "benefit-led", isControl: false, bayes })];
  show(<PrimaryPanel results={results({ arms })} />);
  const row = within(screen.getByRole("row", { name: /^benefit-led/ }));
  for (const text of ["+7.1", "+1.4 to +12.8", "48.6% → 55.7%", "97.2%", "0.12", "0.006"])
    expect(row.getByText(text)).toBeDefined();
  expect(screen.getByRole("row", { name: /^purpose-first/ }).textContent).toContain("the control");
});

test("what is watched says whether it is not worse, and why it is not told", () => {
  const outcomes = [
    compared(),
    watched(),
    watched({ outcome: "early_withdrawal", better: "down", moved: "rose", notWorse: false }),
    watched({ outcome: "opt_out_effort", unit: "log_ratio", difference: null, missing: "too few" }),
    watched({ outcome: "answer_share", difference: null, missing: null }),
  ];
  show(<OutcomesPanel comparison={comparison({ outcomes })} />);
  const rowOf = (name: RegExp) => screen.getByRole("row", { name }).textContent;
  expect(rowOf(/^Understanding/)).toContain("Not worse");
  expect(rowOf(/^Early withdrawal/)).toContain("Rose");
  expect(rowOf(/^Effort of leaving/)).toContain("too few");
  expect(rowOf(/^Share who answer/)).toContain("hidden");
  expect(screen.queryByRole("row", { name: /^Opt-in among those asked/ })).toBeNull();
});

describe("the sample ratio", () => {
  test("that is broken says where people went missing", () => {
    const driver = {
      dimension: "channel" as const,
      value: "ios",
      people: 900,
      p: 0.00001,
      arms: [
        { variant: "purpose-first", people: 300, expected: 450 },
        { variant: "benefit-led", people: 600, expected: 450 },
      ],
    };
    const sampleRatio = { ...results().sampleRatio, state: "broken" as const, drivers: [driver] };
    show(<RatioPanel results={results({ sampleRatio })} />);
    expect(screen.getByText("Not as planned: nothing is compared")).toBeDefined();
    const table = screen.getByRole("table", { name: "Where people went missing" });
    const row = within(table).getByRole("row", { name: /^Channel: iOS/ });
    expect(row.textContent).toContain("300450 expected");
  });

  test("that holds shows people as planned, hidden cells as hidden, and no drivers", () => {
    const arms = [arm({ signals: null }), arm({ variant: "benefit-led", isControl: false })];
    show(<RatioPanel results={results({ arms })} />);
    expect(screen.getByText("As planned")).toBeDefined();
    const row = screen.getByRole("row", { name: /^purpose-first/ });
    expect(row.textContent).toMatch(/50\.0%1,8405,276hidden0/);
    expect(screen.queryByText("Where people went missing")).toBeNull();
  });
});

test("leaving nobody out changes nothing, and bounds say that they are bounds", () => {
  const out = { difference: null, low: 0.01, high: 0.09, kind: "bound" as const };
  const sensitivity = [
    { ...out, without: "signals" as const, leftOut: 0 },
    { ...out, without: "crossovers" as const, leftOut: 12 },
  ];
  show(<SensitivityTable comparison={comparison({ sensitivity })} />);
  expect(screen.getByRole("row", { name: /by a signal/ }).textContent).toContain(
    "nobody is left out",
  );
  const crossed = screen.getByRole("row", { name: /another variant/ }).textContent;
  expect(crossed).toContain("the least and most it can be");
  expect(crossed).toContain("+1.0 to +9.0");
});

describe("what to do next, where it cannot be told", () => {
  const next = (patch: Partial<ExperimentResults>) =>
    nextStep(
      results({
        experiment: { ...results().experiment, status: "running" },
        recommendation: "keep_running",
        ...patch,
      }),
    );
  const unseen = [comparison({ unseen: ["understanding"] })];

  test("hangs on what it would take", () => {
    expect(next({ daysNeeded: 12 })).toMatch(/^Let it run/);
    expect(next({ daysNeeded: 91 })).toMatch(/^Ask more people a day/);
    expect(next({ daysNeeded: 91, comparisons: unseen })).toMatch(/^Send what is missing/);
    expect(next({ ended: true })).toMatch(/more people, or for a larger effect/);
    expect(next({ ended: true, comparisons: unseen })).toMatch(/^More people would not have/);
    expect(next({ variant: null, comparisons: [] })).toMatch(/^Check that each wording is shown/);
  });

  test("of unequal groups without a plan is to write it down", () => {
    const { plan } = results();
    expect(next({ recommendation: "broken" })).toMatch(/^Stop the test/);
    const equal = { ...plan, shares: "equal" as const };
    expect(next({ recommendation: "broken", plan: equal })).toMatch(/write the plan down/);
  });

  test("does not ask for what is not measured before anything rose", () => {
    const outcomes = [compared({ moved: "unclear" })];
    expect(next({ comparisons: [comparison({ outcomes, unseen: ["understanding"] })] })).toMatch(
      /^Let it run/,
    );
  });
});

test("variants that nobody planned are named, with their people or without", () => {
  show(
    <Unplanned
      variants={[
        { variant: "ghost", people: 3000 },
        { variant: "typo", people: null },
      ]}
    />,
  );
  expect(screen.getByText(/ghost \(3,000 people asked\) and typo \(hidden\)/)).toBeDefined();
});

test("a variant that nobody is in is named instead of where people went missing", () => {
  const sampleRatio = { ...results().sampleRatio, state: "broken" as const };
  const arms = [arm(), arm({ variant: "benefit-led", isControl: false, people: 0 })];
  show(<RatioPanel results={results({ sampleRatio, arms })} />);
  expect(screen.getByText(/^Nobody at all is in benefit-led/)).toBeDefined();
  expect(screen.queryByRole("table", { name: "Where people went missing" })).toBeNull();
});

test("how many were asked is said to be hidden where a group is", () => {
  const arms = [arm({ people: null }), arm({ variant: "benefit-led", isControl: false })];
  show(<RecommendationCard results={results({ arms })} />);
  expect(screen.getByText(/how many were asked is hidden/)).toBeDefined();
});
