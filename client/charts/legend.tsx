import { t } from "../i18n/translate.ts";
import { Swatch } from "./marker.tsx";
import type { Group } from "./shape/groups.ts";

interface Props {
  groups: readonly (Group & { detail: string })[];
  active: string | null;
  pinned: string | null;
  onActive: (key: string | null) => void;
  onPin: (key: string | null) => void;
}

/** Names beside their line and overall figure; pointing at one brings it out, pressing keeps it. */
export function Legend({ groups, active, pinned, onActive, onPin }: Props) {
  return (
    <ul className="legend" aria-label={t("chart.legend")}>
      {groups.map(({ key, label, style, detail }) => (
        <li key={key}>
          <button
            type="button"
            className="legend-item"
            data-faded={(active !== null && active !== key) || undefined}
            aria-pressed={pinned === key}
            onPointerEnter={() => onActive(key)}
            onPointerLeave={() => onActive(null)}
            onFocus={() => onActive(key)}
            onBlur={() => onActive(null)}
            onClick={() => onPin(pinned === key ? null : key)}
          >
            <Swatch style={style} />
            <span>{label}</span>
            <span className="legend-detail">{detail}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
