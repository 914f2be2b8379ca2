import { Link } from "react-router";
import type { StatusAnswer } from "#shared/contract/admin.ts";
import { CurlExample } from "../../components/curl-example.tsx";
import { errorText } from "../../components/error-text.ts";
import { useToast } from "../../components/toast.tsx";
import { t } from "../../i18n/translate.ts";
import { useSwitchWorld } from "../../queries/world.ts";

/** An empty store: how to fill it, and the way back to the demo. */
export function FirstData({ status }: { status: StatusAnswer }) {
  const toast = useToast();
  const world = useSwitchWorld({
    onSwitched: () => toast(t("world.switchedDemo")),
    onFailed: (error) => toast(t("world.failed", { message: errorText(error) }), "bad"),
  });
  return (
    <section className="panel stack" aria-labelledby="first-data">
      <div>
        <h2 id="first-data">{t("first.title")}</h2>
        <p className="muted">{t("first.text")}</p>
      </div>
      <CurlExample origin={location.origin} today={status.today} />
      <p className="muted">{t("first.note")}</p>
      <div className="panel-actions">
        <Link className="button primary" to="/data">
          {t("first.see")}
        </Link>
        {status.world === "own" && (
          <button
            type="button"
            className="button"
            disabled={world.isPending}
            onClick={() => world.mutate("demo")}
          >
            {t("world.backToDemo")}
          </button>
        )}
      </div>
    </section>
  );
}
