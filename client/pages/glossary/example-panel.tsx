import type { Definition } from "#shared/contract/admin.ts";
import type { Example } from "#shared/contract/definition.ts";
import { DataTable } from "../../components/data-table.tsx";
import { Panel } from "../../components/panel.tsx";
import { formatRange } from "../../format/dates.ts";
import { t } from "../../i18n/translate.ts";
import { arithmeticOf } from "./arithmetic.ts";
import { ExampleEvents } from "./example-events.tsx";
import { peopleColumns } from "./people-columns.tsx";

interface Props {
  definition: Definition;
  example: Example;
}

/** A few made-up people, who counts and why, and the sum written out. */
export function ExamplePanel({ definition, example }: Props) {
  const { query, people } = example;
  const { sum, interval } = arithmeticOf(definition, example);
  const title = t("example.people");
  return (
    <Panel
      title={t("example.title")}
      description={t("example.text", { range: formatRange(query.from, query.to) })}
    >
      <p className="example-sum">
        <strong>{sum}</strong> <span className="muted">{interval}</span>
      </p>
      <h3>{title}</h3>
      <div className="example-people">
        <DataTable
          caption={title}
          columns={peopleColumns(definition.metric)}
          rows={people}
          keyOf={({ subject }) => subject}
        />
      </div>
      <h3>{t("example.events")}</h3>
      <ExampleEvents example={example} />
    </Panel>
  );
}
