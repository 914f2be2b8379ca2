import type { Example, ExampleEvent } from "#shared/contract/definition.ts";
import { type Column, DataTable } from "../../components/data-table.tsx";
import { formatUtcInstant } from "../../format/dates.ts";
import { t, translateIfKnown } from "../../i18n/translate.ts";

const shownApart = ["id", "type", "at", "subject"];

/** The data that the example is computed from: the very events, their people marked as they count. */
export function ExampleEvents({ example }: { example: Example }) {
  const roles = new Map(example.people.map(({ subject, role }) => [subject, role]));
  const columns: Column<ExampleEvent>[] = [
    { key: "at", header: t("example.at"), cell: ({ at }) => formatUtcInstant(at) },
    {
      key: "subject",
      header: t("example.person"),
      cell: ({ subject }) => <span className={`tag role-${roles.get(subject)}`}>{subject}</span>,
    },
    {
      key: "type",
      header: t("example.event"),
      cell: ({ type }) => translateIfKnown(`event.${type}`) ?? type,
    },
    {
      key: "more",
      header: t("example.fields"),
      cell: (event) => <code>{fieldsOf(event)}</code>,
    },
  ];
  return (
    <DataTable
      caption={t("example.events")}
      columns={columns}
      rows={example.events}
      keyOf={({ id }) => id}
    />
  );
}

function fieldsOf(event: ExampleEvent): string {
  return Object.entries(event)
    .filter(([name]) => !shownApart.includes(name))
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
}
