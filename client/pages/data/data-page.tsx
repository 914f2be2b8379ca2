import { Link } from "react-router";
import { CurlExample } from "../../components/curl-example.tsx";
import { Icon } from "../../components/icon.tsx";
import { Panel } from "../../components/panel.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { t } from "../../i18n/translate.ts";
import { useIntake } from "../../queries/intake.ts";
import { useKnownStatus } from "../../queries/status.ts";
import { BackToDemo } from "./back-to-demo.tsx";
import { LiveEvents } from "./live-events.tsx";
import { Quality } from "./quality.tsx";
import { Rejections } from "./rejections.tsx";
import { Totals } from "./totals.tsx";

export function DataPage() {
  const intake = useIntake();
  const { today, world } = useKnownStatus();
  return (
    <div className="stack">
      <QueryBoundary query={intake} size="tile">
        {(answer) => <Totals intake={answer} />}
      </QueryBoundary>
      <div className="columns">
        <Panel title={t("data.recent")} description={t("data.recentLive")}>
          <QueryBoundary query={intake} size="chart">
            {(answer) => <LiveEvents intake={answer} asked={intake.dataUpdatedAt} />}
          </QueryBoundary>
        </Panel>
        <div className="stack">
          <Panel
            title={t("data.send")}
            description={t("data.sendText")}
            actions={
              <Link className="button" to="/opt-in">
                {t("data.seeOptIn")} <Icon name="arrow" />
              </Link>
            }
          >
            <CurlExample origin={location.origin} today={today} />
          </Panel>
          <Panel title={t("data.quality")}>
            <QueryBoundary query={intake} size="tile">
              {({ quality }) => <Quality quality={quality} />}
            </QueryBoundary>
          </Panel>
        </div>
      </div>
      <Rejections rejected={intake.data?.rejected} />
      {world === "own" && <BackToDemo />}
    </div>
  );
}
