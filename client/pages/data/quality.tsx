import type { IntakeStatus } from "#shared/contract/admin.ts";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

const checks = ["implicitGrants", "orphanedWithdrawals", "crossovers"] as const;

/** What was kept, but states nothing or contradicts itself. */
export function Quality({ quality }: { quality: IntakeStatus["quality"] }) {
  return (
    <dl className="facts">
      {checks.map((check) => (
        <div key={check}>
          <dt>
            {t(`data.${check}`)}
            <span className="basis">{t(`data.${check}Text`)}</span>
          </dt>
          <dd>{formatCount(quality[check])}</dd>
        </div>
      ))}
    </dl>
  );
}
