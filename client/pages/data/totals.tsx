import type { IntakeStatus } from "#shared/contract/admin.ts";
import { Panel } from "../../components/panel.tsx";
import { formatDate } from "../../format/dates.ts";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

export function Totals({ intake }: { intake: IntakeStatus }) {
  const facts = [
    { name: t("data.events"), value: formatCount(intake.events) },
    { name: t("data.subjects"), value: formatCount(intake.subjects) },
    { name: t("data.countRecords"), value: formatCount(intake.countRecords) },
    { name: t("data.rejected"), value: formatCount(intake.rejected) },
    {
      name: t("data.latestDay"),
      value: intake.asOf === null ? t("status.noData") : formatDate(intake.asOf),
    },
  ];
  return (
    <Panel title={t("data.totals")} isBare>
      <ul className="tiles">
        {facts.map(({ name, value }) => (
          <li className="tile" key={name}>
            <p className="tile-about">{name}</p>
            <p className="tile-number">{value}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
