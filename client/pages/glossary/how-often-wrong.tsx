import measured from "#shared/calibration.json" with { type: "json" };
import type { Verdict } from "#shared/contract/verdict.ts";
import { type Column, DataTable } from "../../components/data-table.tsx";
import { VerdictBadge } from "../../components/verdict-badge.tsx";
import { formatCount, formatShare } from "../../format/numbers.ts";
import { t, translateIfKnown } from "../../i18n/translate.ts";

type Nothing = (typeof measured.nothing)[keyof typeof measured.nothing] & { method: string };
type Planted = (typeof measured.planted)[number];

const nothing: Nothing[] = Object.entries(measured.nothing).map(([method, own]) => ({
  method,
  ...own,
}));

const range = ({ worlds, low, high }: { worlds: number; low: number; high: number }) =>
  `${formatShare(low, worlds)} – ${formatShare(high, worlds)}`;

const nothingColumns: Column<Nothing>[] = [
  {
    key: "method",
    header: t("glossary.wrong.method"),
    cell: ({ method }) => translateIfKnown(`glossary.method.${method}`) ?? method,
  },
  {
    key: "claimed",
    header: t("glossary.wrong.claimed"),
    isNumber: true,
    cell: ({ falseClaims, worlds }) => formatShare(falseClaims, worlds),
  },
  { key: "range", header: t("glossary.wrong.range"), isNumber: true, cell: range },
  {
    key: "worlds",
    header: t("glossary.wrong.worlds"),
    isNumber: true,
    cell: ({ worlds }) => formatCount(worlds),
  },
];

const plantedColumns: Column<Planted>[] = [
  {
    key: "what",
    header: t("glossary.wrong.what"),
    cell: ({ name }) => translateIfKnown(`glossary.planted.${name}`) ?? name,
  },
  {
    key: "right",
    header: t("glossary.wrong.right"),
    isNumber: true,
    cell: ({ right, worlds }) => formatShare(right, worlds),
  },
  {
    key: "verdict",
    header: t("glossary.wrong.deserved"),
    cell: ({ verdict }) => <VerdictBadge verdict={verdict as Verdict} />,
  },
  { key: "range", header: t("glossary.wrong.range"), isNumber: true, cell: range },
  {
    key: "other",
    header: t("glossary.wrong.other"),
    isNumber: true,
    cell: ({ wrong, worlds }) => formatShare(wrong, worlds),
  },
];

/** What `npm run calibrate` counted last; all of it is in docs/calibration.md. */
export function HowOftenWrong() {
  const { worlds, goals } = measured;
  return (
    <section id="how-often-wrong" aria-labelledby="how-often-wrong-title">
      <h3 id="how-often-wrong-title">{t("verdict.howOften")}</h3>
      <p className="prose">{t("glossary.wrong", { worlds: formatCount(worlds) })}</p>
      <h4>{t("glossary.wrong.nothing")}</h4>
      <DataTable
        caption={t("glossary.wrong.nothing")}
        columns={nothingColumns}
        rows={nothing}
        keyOf={({ method }) => method}
      />
      <h4>{t("glossary.wrong.planted")}</h4>
      <DataTable
        caption={t("glossary.wrong.planted")}
        columns={plantedColumns}
        rows={measured.planted}
        keyOf={({ name }) => name}
      />
      <p className="prose">
        {t("glossary.wrong.rest", { of: formatCount(goals.of), met: formatCount(goals.met) })}
      </p>
    </section>
  );
}
