// @vitest-environment node
import { describe, expect, test } from "vitest";
import { defaultView, parseView, printView, type View } from "../../../client/filters/view.ts";

const parse = (text: string) => parseView(new URLSearchParams(text));

describe("the view in the URL", () => {
  const views: View[] = [
    defaultView,
    { ...defaultView, last: 365, compare: "year" },
    { ...defaultView, from: "2026-01-05", to: "2026-02-01", grain: "week" },
    { ...defaultView, weights: "census-2020" },
    {
      ...defaultView,
      filters: { generation: ["gen_z", "millennial"], region: ["US-ME"], locale: ["en-US"] },
    },
  ];
  test.each(views)("comes back as it was printed: %j", (view) => {
    expect(parseView(printView(view))).toEqual({ view, dropped: [] });
  });

  test("defaults leave no trace, and what is not the view's stays", () => {
    const printed = printView(defaultView, new URLSearchParams("by=channel&grain=week"));
    expect(printed.toString()).toBe("by=channel");
  });
});

describe("a link that is not understood", () => {
  test.each([
    { text: "grain=hour", dropped: ["grain=hour"] },
    { text: "from=2026-13-01", dropped: ["from=2026-13-01"] },
    { text: "last=7", dropped: ["last=7"] },
    { text: "generation=gen_z,hippie", dropped: ["generation=gen_z,hippie"] },
    { text: "weights=The adults", dropped: ["weights=The adults"] },
    { text: "region=<script>", dropped: ["region=<script>"] },
    { text: "from=2026-02-01&to=2026-01-01", dropped: ["from=2026-02-01", "to=2026-01-01"] },
  ])("$text opens without it, and says so", ({ text, dropped }) => {
    expect(parse(text)).toEqual({ view: defaultView, dropped });
  });

  test("keeps what it understood", () => {
    const { view, dropped } = parse("grain=hour&channel=web,web,ios&compare=none");
    expect(view).toEqual({ ...defaultView, compare: "none", filters: { channel: ["web", "ios"] } });
    expect(dropped).toEqual(["grain=hour"]);
  });
});
