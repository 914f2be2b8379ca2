/** Outside figures to compare with, each with its source and how far it compares. Drawn as lines, never as targets. */
import type { Benchmark } from "./contract/benchmark.ts";

const SOURCE = "Or Lenchner (2020), quoting a survey whose original is not confirmed";

export const builtInBenchmarks: readonly Benchmark[] = [
  {
    id: "lenchner-2020-understanding",
    metric: "understanding",
    generations: null,
    value: 0.55,
    source: SOURCE,
    question: "Customers who say they understand how companies use their data",
    population: "",
    n: null,
    date: "2020",
    builtIn: true,
    note: "Another population and question than yours: a bearing, not a target.",
  },
  {
    id: "lenchner-2020-trust",
    metric: "trust",
    generations: null,
    value: 0.86,
    source: SOURCE,
    question:
      "More likely to trust a company that explains how it uses data for a better experience",
    population: "",
    n: null,
    date: "2020",
    builtIn: true,
    note: "Stated intent, not trust as measured: a bearing, not a target.",
  },
  {
    id: "lenchner-2020-trust-young",
    metric: "trust",
    generations: ["millennial", "gen_z"],
    value: 0.91,
    source: SOURCE,
    question: "The same among Millennials and Gen Z",
    population: "",
    n: null,
    date: "2020",
    builtIn: true,
    note: "Stated intent, not trust as measured: a bearing, not a target.",
  },
];
