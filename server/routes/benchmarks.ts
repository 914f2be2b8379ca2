/** Outside figures: those built in, then one's own. */
import type { Router } from "express";
import { builtInBenchmarks } from "#shared/benchmarks.ts";
import { benchmarkInput, benchmarkPatch } from "#shared/contract/benchmark.ts";
import { metricList } from "#shared/metric-list.ts";
import { ApiError } from "../http/errors.ts";
import type { Deps } from "./deps.ts";
import { recordRoutes } from "./records.ts";

export function benchmarkRoutes(deps: Deps): Router {
  return recordRoutes(deps, {
    kind: "benchmark",
    name: "benchmarks",
    input: benchmarkInput,
    patch: benchmarkPatch,
    listed: (own) => [...builtInBenchmarks, ...own.map((one) => ({ ...one, builtIn: false }))],
    check({ metric, value }) {
      if (metricList[metric].unit !== "share" || (value >= 0 && value <= 1)) return;
      const message = `value is ${value}, but ${metric} is a share from 0 to 1`;
      throw new ApiError("invalid_request", message, [
        { field: "value", code: "out_of_range", message },
      ]);
    },
  });
}
