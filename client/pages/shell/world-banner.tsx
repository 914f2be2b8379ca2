import { useState } from "react";
import type { StatusAnswer } from "#shared/contract/admin.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { errorText } from "../../components/error-text.ts";
import { useToast } from "../../components/toast.tsx";
import { t } from "../../i18n/translate.ts";
import { useSwitchWorld } from "../../queries/world.ts";

/** Made-up figures must never pass for real ones, so the demo says on every page that it is one. */
export function WorldBanner({ status }: { status: StatusAnswer }) {
  const [isAsking, setAsking] = useState(false);
  const toast = useToast();
  const world = useSwitchWorld({
    onSwitched: () => toast(t("world.switchedOwn")),
    onFailed: (error) => toast(t("world.failed", { message: errorText(error) }), "bad"),
  });
  if (status.world !== "demo") return null;
  const start = () => world.mutate("own", { onSettled: () => setAsking(false) });
  return (
    <div className="banner">
      <p className="banner-text">
        <span>
          <strong>{t("world.demo")}.</strong> {t("world.demoText")}
        </span>
      </p>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {t("world.start")}
      </button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t("world.confirmTitle")}
        text={t("world.confirmText")}
        confirm={t("world.confirm")}
        isBusy={world.isPending}
        onConfirm={start}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
