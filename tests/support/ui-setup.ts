// Before each file of tests/ui: what a browser has and jsdom has not.
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(cleanup);

// Not by vi.stubGlobal, which a test may undo for its own.
Object.assign(globalThis, {
  CSS: {
    escape: (text: string) => text.replace(/[^\w-]/g, "\\$&"),
    supports: () => false,
  },
  ResizeObserver: class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
  matchMedia: (media: string) => ({
    media,
    matches: false,
    addEventListener() {},
    removeEventListener() {},
  }),
});
