/** Who counts in a worked example, in the words that fit the kind of its figure. */
import type { ExamplePerson, ExampleRole } from "#shared/contract/definition.ts";
import type { Column } from "../../components/data-table.tsx";
import { formatCount, formatSigned } from "../../format/numbers.ts";
import { t, translateIfKnown } from "../../i18n/translate.ts";

type Kind = "share" | "stock" | "change" | "retention" | "effort";

const kinds: { readonly [metric: string]: Kind } = {
  active_consents: "stock",
  net_change: "change",
  consent_retention: "retention",
  opt_out_effort: "effort",
};

export function roleText(metric: string, role: ExampleRole): string {
  return translateIfKnown(`example.${kindOf(metric)}.${role}`) ?? role;
}

export function peopleColumns(metric: string): Column<ExamplePerson>[] {
  const kind = kindOf(metric);
  const count = {
    key: "count",
    header: t(`example.${kind}.count`),
    isNumber: true,
    cell: (one: ExamplePerson) =>
      kind === "change" ? formatSigned(one.count) : formatCount(one.count),
  };
  const below = kind === "stock" ? [] : [belowColumn(t(`example.${kind}.n`))];
  return [
    { key: "subject", header: t("example.person"), cell: ({ subject }) => subject },
    {
      key: "role",
      header: t("example.counts"),
      cell: ({ role }) => <span className={`tag role-${role}`}>{roleText(metric, role)}</span>,
    },
    count,
    ...below,
    { key: "why", header: t("example.why"), cell: ({ why }) => why },
  ];
}

function belowColumn(header: string): Column<ExamplePerson> {
  return { key: "n", header, isNumber: true, cell: ({ n }) => formatCount(n) };
}

function kindOf(metric: string): Kind {
  return kinds[metric] ?? "share";
}
