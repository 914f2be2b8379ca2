import { errorText } from "../../components/error-text.ts";
import { useToast } from "../../components/toast.tsx";
import { t } from "../../i18n/translate.ts";
import { useSwitchWorld } from "../../queries/world.ts";

/** One's own data are the point, so the way back to the demo is quiet: the last line of the page. */
export function BackToDemo() {
  const toast = useToast();
  const world = useSwitchWorld({
    onSwitched: () => toast(t("world.switchedDemo")),
    onFailed: (error) => toast(t("world.failed", { message: errorText(error) }), "bad"),
  });
  return (
    <p className="aside no-print">
      {t("world.demoWaits")}{" "}
      <button
        type="button"
        className="button quiet"
        disabled={world.isPending}
        onClick={() => world.mutate("demo")}
      >
        {t("world.backToDemo")}
      </button>
    </p>
  );
}
