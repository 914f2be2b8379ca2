import { useState } from "react";
import { Segmented } from "../../components/segmented.tsx";
import { t } from "../../i18n/translate.ts";

type Theme = "system" | "light" | "dark";
const KEY = "candor.theme";

function chosen(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

/** Storage may be blocked; then the choice lasts as long as the page. */
function choose(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // nothing to keep it in
  }
}

export function ThemeToggle() {
  const [theme, setTheme] = useState(chosen);
  return (
    <Segmented
      label={t("theme.label")}
      value={theme}
      options={[
        { value: "system", label: t("theme.system") },
        { value: "light", label: t("theme.light") },
        { value: "dark", label: t("theme.dark") },
      ]}
      onChange={(next) => {
        choose(next);
        setTheme(next);
      }}
    />
  );
}
