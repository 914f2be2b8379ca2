import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // All cores: on the smallest machines, with two, Vitest would leave one idle.
    maxWorkers: "100%",
    // The tests of each folder are one project; the last two need more than a plain function call does.
    projects: [
      // Neither plain functions nor components, cleaned up after each test, keep anything: a worker goes on with what it has loaded.
      {
        test: {
          name: "unit",
          include: ["tests/{unit,docs}/**/*.test.{ts,tsx}"],
          isolate: false,
        },
      },
      {
        test: {
          name: "properties",
          include: ["tests/properties/**/*.test.ts"],
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        // Real servers on free ports, with worker threads and files: slow to start, slow to stop.
        test: {
          name: "api",
          include: ["tests/api/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: "ui",
          include: ["tests/ui/**/*.test.{ts,tsx}"],
          isolate: false,
          environment: "jsdom",
          setupFiles: ["tests/support/ui-setup.ts"],
        },
      },
    ],
  },
});
