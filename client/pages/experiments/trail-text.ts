/** What was done with an experiment's record, in words. */
import type { ExperimentStep } from "#shared/contract/experiment-step.ts";
import { guardrailOutcomes, primaryOutcomes } from "#shared/experiments.ts";
import { dimensionLabel, valueLabel } from "../../components/labels.ts";
import { formatDate } from "../../format/dates.ts";
import { formatList } from "../../format/lists.ts";
import { formatCount, formatPointsSize } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

/** "Started", "Stopped", … where it went on, else "Changed". */
export function actionText({ action, status, changed }: ExperimentStep): string {
  const wentOn = action === "changed" && changed.some(({ field }) => field === "status");
  if (wentOn && status !== null && status !== "draft") return t(`experiment.trail.${status}`);
  if (action !== "created") return t(`experiment.trail.${action}`);
  return t("experiment.trail.created", {
    status: t(`experiment.status.${status ?? "draft"}`).toLowerCase(),
  });
}

type Changed = ExperimentStep["changed"][number];

/** What stands beside the action; its status is in the action itself. */
export function changesOf({ changed }: ExperimentStep): { field: string; text: string }[] {
  return changed
    .filter(({ field }) => field !== "status")
    .map((one) => ({ field: one.field, text: changeText(one) }));
}

function changeText({ field, before, after }: Changed): string {
  const name = fieldText(field);
  if (field === "variants") return name;
  return t("experiment.trail.field", {
    name,
    before: valueText(field, before),
    after: valueText(field, after),
  });
}

const named = [
  ...(["title", "slug", "hypothesis", "startDate", "endDate", "owner", "legalNote"] as const),
  ...(["audience", "primary", "guardrails", "smallestEffect", "plannedSubjects"] as const),
] as const;

function fieldText(field: string): string {
  if (field === "purposes" || field === "channels") {
    return dimensionLabel(field === "purposes" ? "purpose" : "channel");
  }
  const own = named.find((name) => name === field);
  if (own !== undefined) return t(`experiment.field.${own}`);
  return field === "variants" ? t("experiment.trail.variants") : field;
}

function valueText(field: string, value: unknown): string {
  if (Array.isArray(value)) {
    const all = value.map((one) => oneText(field, `${one}`));
    return all.length === 0 ? t("experiment.trail.none") : formatList(all);
  }
  if (value === null || value === "") return t("experiment.trail.none");
  if (typeof value === "number") {
    return field === "smallestEffect" ? formatPointsSize(value) : formatCount(value);
  }
  return oneText(field, `${value}`);
}

function oneText(field: string, value: string): string {
  if (field === "purposes") return valueLabel("purpose", value);
  if (field === "channels") return valueLabel("channel", value);
  if (field.endsWith("Date")) return formatDate(value);
  if (field !== "primary" && field !== "guardrails") return value;
  const outcome = [...primaryOutcomes, ...guardrailOutcomes].find((name) => name === value);
  return outcome === undefined ? value : t(`experiment.outcome.${outcome}`);
}
