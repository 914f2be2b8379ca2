import type { Experiment } from "#shared/contract/experiment.ts";
import { valueLabel } from "../../components/labels.ts";
import { Panel } from "../../components/panel.tsx";
import { formatDate, formatInstant } from "../../format/dates.ts";
import { formatList } from "../../format/lists.ts";
import { formatCount, formatPointsSize } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

/** What was planned and agreed. What nobody wrote down is said to be missing where it should be there. */
export function AboutPanel({ experiment }: { experiment: Experiment }) {
  return (
    <Panel title={t("experiment.about")}>
      <dl className="definition">
        {factsOf(experiment).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={value === null ? "muted" : undefined}>
              {value ?? t("experiment.notWritten")}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function factsOf(experiment: Experiment): { name: string; value: string | null }[] {
  const { slug, hypothesis, audience, primary, guardrails, owner, legalNote } = experiment;
  const { smallestEffect, plannedSubjects, createdAt, updatedAt, purposes, channels } = experiment;
  const written = (text: string) => (text === "" ? null : text);
  return [
    { name: t("experiment.field.hypothesis"), value: written(hypothesis) },
    { name: t("experiment.field.audience"), value: audienceText(audience, purposes, channels) },
    { name: t("experiment.dates"), value: datesText(experiment) },
    { name: t("experiment.field.primary"), value: t(`experiment.outcome.${primary}`) },
    {
      name: t("experiment.field.guardrails"),
      value:
        guardrails.length === 0
          ? t("experiment.noGuardrails")
          : formatList(guardrails.map((one) => t(`experiment.outcome.${one}`))),
    },
    {
      name: t("experiment.field.smallestEffect"),
      value:
        smallestEffect === null
          ? t("experiment.fromSettings")
          : t("experiment.pointsOf", { points: formatPointsSize(smallestEffect) }),
    },
    {
      name: t("experiment.field.plannedSubjects"),
      value: plannedSubjects === null ? null : formatCount(plannedSubjects),
    },
    { name: t("experiment.field.owner"), value: written(owner) },
    { name: t("experiment.field.legalNote"), value: written(legalNote) },
    { name: t("experiment.field.slug"), value: slug },
    {
      name: t("experiment.record"),
      value: t("experiment.recordText", {
        created: formatInstant(createdAt),
        updated: formatInstant(updatedAt),
      }),
    },
  ];
}

function audienceText(
  audience: string,
  purposes: readonly string[],
  channels: readonly string[],
): string {
  const list = (dimension: string, values: readonly string[]) =>
    values.length === 0 ? [] : [formatList(values.map((value) => valueLabel(dimension, value)))];
  const parts = [
    ...(audience === "" ? [] : [audience]),
    ...list("purpose", purposes),
    ...list("channel", channels),
  ];
  return parts.length === 0 ? t("changes.scopeAll") : parts.join(" · ");
}

export function datesText({
  startDate,
  endDate,
}: Pick<Experiment, "startDate" | "endDate">): string | null {
  if (startDate === null) {
    return endDate === null ? null : t("experiment.until", { date: formatDate(endDate) });
  }
  if (endDate === null) return t("experiment.since", { date: formatDate(startDate) });
  return `${formatDate(startDate)} – ${formatDate(endDate)}`;
}
