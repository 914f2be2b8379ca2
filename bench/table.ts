/** The measurements as a table in Markdown, with what was missed said once more below it. */
import { isMet, type Row } from "./row.ts";

export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map(
    (row) =>
      `| ${row.question} | ${row.what} | ${valueText(row)} | ${goalText(row)} | ${verdict(row)} | ${row.detail} |`,
  );
  return [
    "| question | what | measured | goal | | both sides |",
    "|---|---|---|---|---|---|",
    ...lines,
  ].join("\n");
}

export function summaryOf(rows: readonly Row[]): string {
  const judged = rows.filter((row) => row.goal !== null);
  const missed = judged.filter((row) => isMet(row) === false);
  const absent = judged.filter((row) => row.value === null).length;
  const met = judged.length - missed.length - absent;
  const names = missed.map(
    (row) => `- ${row.question}, ${row.what}: ${valueText(row)}, goal ${goalText(row)}`,
  );
  return [`${met} goals met, ${missed.length} missed, ${absent} not measured.`, ...names].join(
    "\n",
  );
}

function valueText({ value, unit }: Row): string {
  if (value === null) return "not there";
  const text = value >= 100 ? value.toFixed(0) : value.toPrecision(3);
  return unit === "×" ? `${text}×` : `${text} ${unit}`;
}

function goalText({ goal, unit }: Row): string {
  if (goal === null) return "";
  const [sign, value] = "atLeast" in goal ? ["≥", goal.atLeast] : ["≤", goal.atMost];
  return unit === "×" ? `${sign} ${value}×` : `${sign} ${value} ${unit}`;
}

function verdict(row: Row): string {
  const met = isMet(row);
  return met === null ? "" : met ? "met" : "**missed**";
}
