import { describe, expect, it } from "vitest";
import { type SizedGroup, suppress } from "../../../server/metrics/suppress.ts";

type Options = { k?: number; additiveOverTime?: boolean };

const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);

/** A group whose total is the sum of its buckets, unless said. */
function group(name: string, buckets: number[], total = sum(buckets)): SizedGroup {
  return { key: name.split("/"), buckets, total };
}

/** What is left to see, as a page shows it: "812 · · 0 | 835", a dot for a hidden cell. */
function shown(rows: SizedGroup[], { k = 10, additiveOverTime = true }: Options = {}): string[] {
  const hidden = suppress({ k, rows, additiveOverTime });
  return rows.map((row, index) => {
    const isHidden = hidden[index];
    const cells = row.buckets.map((size, bucket) => (isHidden?.buckets[bucket] ? "·" : `${size}`));
    return `${cells.join(" ")} | ${isHidden?.total ? "·" : row.total}`;
  });
}

describe("small cells", () => {
  it("hides a cell of 1 to k − 1 facts, and shows empty ones and those of k", () => {
    const rows = [group("a", [9, 1, 0, 10])];
    expect(shown(rows)).toEqual(["· · 0 10 | 20"]);
  });

  it("hides nothing where nothing is small", () => {
    expect(shown([group("a", [10, 0]), group("b", [50, 60])])).toEqual([
      "10 0 | 10",
      "50 60 | 110",
    ]);
  });

  it("is turned off by k = 1", () => {
    const rows = [group("a", [1, 2, 0]), group("b", [1, 0, 0])];
    expect(shown(rows, { k: 1 })).toEqual(["1 2 0 | 3", "1 0 0 | 1"]);
  });

  it("hides a second week so that the total tells neither: the example of the answer", () => {
    expect(shown([group("gen_z", [812, 6, 17, 0])])).toEqual(["812 · · 0 | 835"]);
  });

  it("answers nothing for no rows, and rows without buckets by their totals", () => {
    expect(suppress({ k: 10, rows: [], additiveOverTime: true })).toEqual([]);
    const totals = [group("a", [], 4), group("b", [], 40), group("c", [], 30)];
    expect(shown(totals, { additiveOverTime: false })).toEqual([" | ·", " | 40", " | ·"]);
  });
});

describe("small cells among groups", () => {
  const stock = { additiveOverTime: false };

  it("takes the smallest other with data along, in that bucket", () => {
    const rows = [group("a", [4, 70], 70), group("b", [0, 80], 80), group("c", [30, 90], 90)];
    const more = group("d", [20, 60], 60);
    expect(shown([...rows, more], stock)).toEqual([
      "· 70 | 70",
      "0 80 | 80",
      "30 90 | 90",
      "· 60 | 60",
    ]);
  });

  it("takes the first of equals in order of name, whatever the order of the rows", () => {
    const rows = [group("c", [20], 20), group("b", [20], 20), group("a", [4], 20)];
    expect(shown(rows, stock)).toEqual(["20 | 20", "· | 20", "· | 20"]);
  });

  it("takes a third where two together are fewer than k", () => {
    const rows = [group("a", [4], 40), group("b", [5], 50), group("c", [30], 30)];
    expect(shown(rows, stock)).toEqual(["· | 40", "· | 50", "· | 30"]);
  });

  it("is content with two that are k together", () => {
    const rows = [group("a", [4], 40), group("b", [6], 50), group("c", [30], 30)];
    expect(shown(rows, stock)).toEqual(["· | 40", "· | 50", "30 | 30"]);
  });

  it("treats the totals as one more bucket", () => {
    const rows = [group("a", [40], 4), group("b", [30], 30), group("c", [20], 40)];
    expect(shown(rows, stock)).toEqual(["40 | ·", "30 | ·", "20 | 40"]);
  });

  it("leaves a lone group with data alone: there is nothing else to hide", () => {
    const rows = [group("a", [4, 50], 50), group("b", [0, 60], 60)];
    expect(shown(rows, stock)).toEqual(["· 50 | 50", "0 60 | 60"]);
  });
});

describe("small cells among a group's buckets", () => {
  it("takes the smallest other bucket, the first of equals", () => {
    expect(shown([group("a", [30, 20, 4, 20])])).toEqual(["30 · · 20 | 74"]);
  });

  it("takes a third where two together are fewer than k", () => {
    expect(shown([group("a", [4, 5, 30, 40])])).toEqual(["· · · 40 | 79"]);
  });

  it("leaves stocks and medians as they are, since their total is no sum", () => {
    const rows = [group("a", [30, 4, 40], 40)];
    expect(shown(rows, { additiveOverTime: false })).toEqual(["30 · 40 | 40"]);
  });

  it("takes the total where no other bucket has data", () => {
    // a's 4 takes its 50 and b's 40 along. b has no other bucket, so its total goes, and a's with
    // it. c's 70 goes with a's 50, and its 60 with that.
    const rows = [group("a", [4, 50]), group("b", [40, 0]), group("c", [60, 70])];
    expect(shown(rows)).toEqual(["· · | ·", "· 0 | ·", "· · | 130"]);
  });

  it("lets a hidden total without a hidden bucket take its smallest bucket along", () => {
    // b's total takes a's, the smallest other total; that would be the sum of a's buckets.
    const rows = [group("a", [50, 60]), group("b", [4, 0]), group("c", [20, 200])];
    expect(shown(rows)).toEqual(["· · | ·", "· 0 | ·", "· · | 220"]);
  });

  it("needs no second bucket where the total is hidden too", () => {
    const rows = [group("a", [4, 0, 0]), group("b", [20, 0, 90]), group("c", [300, 200, 100])];
    expect(shown(rows)).toEqual(["· 0 0 | ·", "· 0 90 | ·", "300 200 100 | 600"]);
  });

  it("hides a single bucket together with its total, which is the same figure", () => {
    const rows = [group("a", [4]), group("b", [30]), group("c", [20])];
    expect(shown(rows)).toEqual(["· | ·", "30 | 30", "· | ·"]);
  });
});

describe("small cells again until nothing changes", () => {
  it("follows what goes in one line into the lines that cross it", () => {
    // a's 4 takes its 40, that b's 50 in the same bucket, that b's 60, that c's 80, that c's 70.
    const rows = [group("a", [4, 40, 90]), group("b", [0, 50, 60]), group("c", [0, 70, 80])];
    expect(shown(rows)).toEqual(["· · 90 | 134", "0 · · | 110", "0 · · | 150"]);
  });
});

describe("small cells with two dimensions", () => {
  const still = { additiveOverTime: false };
  const cross = (sizes: Record<string, number>) =>
    Object.entries(sizes).map(([name, size]) => group(name, [size], size));

  it("protects within each value of each dimension", () => {
    const rows = cross({
      "gen_z/ios": 5,
      "gen_z/web": 100,
      "gen_z/email": 300,
      "gen_x/ios": 40,
      "gen_x/web": 30,
      "gen_x/email": 300,
    });
    const hidden = suppress({ k: 10, rows, ...still }).map(({ total }) => total);
    expect(hidden).toEqual([true, true, false, true, true, false]);
  });

  it("looks within the values of the first dimension first", () => {
    // Within the columns first, 5 would have taken 25 and 20, and those 50: four cells, not six.
    const rows = cross({
      ...{ "a1/b1": 5, "a1/b2": 20, "a1/b3": 30 },
      ...{ "a2/b1": 25, "a2/b2": 50, "a2/b3": 60 },
      ...{ "a3/b1": 70, "a3/b2": 40, "a3/b3": 90 },
    });
    const hidden = suppress({ k: 10, rows, ...still }).map(({ total }) => total);
    expect(hidden).toEqual([true, true, false, true, true, false, true, true, false]);
  });

  it("does not protect across values: groups that share none are no line", () => {
    const rows = cross({ "gen_x/ios": 5, "gen_z/web": 50 });
    expect(shown(rows, still)).toEqual(["· | ·", "50 | 50"]);
  });
});
