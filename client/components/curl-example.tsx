import { useState } from "react";
import { API } from "#shared/contract/routes.ts";
import { t } from "../i18n/translate.ts";
import { Icon } from "./icon.tsx";

interface Props {
  origin: string;
  /** Today in the reporting zone, as YYYY-MM-DD. */
  today: string;
}

/** Twenty people, since fewer than k would be hidden; two thirds say yes. */
export function curlText({ origin, today }: Props): string {
  const event = (type: string, suffix: string, time: string) =>
    `{"id":"try-${today}-'$i'-${suffix}","type":"${type}","at":"${today}T${time}Z","subject":"try-'$i'","purpose":"ads","notice":"first","channel":"web","birthYear":'$((1950 + i * 3))'}`;
  return [
    "for i in $(seq 1 20); do",
    "  choice=granted; [ $((i % 3)) -eq 0 ] && choice=declined",
    `  echo '${event("prompt_shown", "a", "00:00:00")}'`,
    `  echo '${event("'$choice'", "b", "00:00:05")}'`,
    `done | curl -sS ${origin}${API}/events \\`,
    "  -H 'Content-Type: application/x-ndjson' --data-binary @-",
  ].join("\n");
}

export function CurlExample({ origin, today }: Props) {
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  const text = curlText({ origin, today });
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome("copied"),
      () => setOutcome("failed"),
    );
  return (
    <div className="curl">
      <pre tabIndex={0} role="region" aria-label={t("curl.label")}>
        <code>{text}</code>
      </pre>
      <div className="curl-foot">
        <button type="button" className="button" onClick={copy}>
          <Icon name={outcome === "copied" ? "check" : "copy"} /> {t("curl.copy")}
        </button>
        <span role="status" className="muted">
          {outcome === "copied" && t("curl.copied")}
          {outcome === "failed" && t("curl.failed")}
        </span>
      </div>
    </div>
  );
}
