import { NavLink } from "react-router";
import { Icon, type IconName } from "../../components/icon.tsx";
import { useView } from "../../filters/use-view.ts";
import { printView } from "../../filters/view.ts";
import { type MessageKey, t, translateIfKnown } from "../../i18n/translate.ts";

interface Entry {
  to: string;
  label: MessageKey;
  icon: IconName;
}

const measure: Entry[] = [
  { to: "/", label: "nav.overview", icon: "overview" },
  { to: "/opt-in", label: "nav.optIn", icon: "optIn" },
  { to: "/withdrawals", label: "nav.withdrawals", icon: "withdrawals" },
  { to: "/understanding", label: "nav.understanding", icon: "understanding" },
];
const manage: Entry[] = [
  { to: "/changes", label: "nav.changes", icon: "changes" },
  { to: "/experiments", label: "nav.experiments", icon: "experiments" },
  { to: "/notices", label: "nav.notices", icon: "notices" },
  { to: "/data", label: "nav.data", icon: "data" },
  { to: "/glossary", label: "nav.glossary", icon: "glossary" },
  { to: "/settings", label: "nav.settings", icon: "settings" },
];

/** Links take dates and filters along, so that the next page answers for the same people and days. */
export function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  const { view } = useView();
  const search = printView(view).toString();
  return (
    <nav aria-label={t("app.navigation")}>
      {[
        { title: t("nav.measure"), entries: measure },
        { title: t("nav.manage"), entries: manage },
      ].map(({ title, entries }) => (
        <div className="nav-group" key={title}>
          <p className="nav-title">{title}</p>
          <ul>
            {entries.map(({ to, label, icon }) => (
              <li key={to}>
                <NavLink
                  className="nav-link"
                  to={{ pathname: to, search }}
                  end={to === "/"}
                  onClick={onNavigate}
                >
                  <Icon name={icon} /> {translateIfKnown(label)}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
