import { commonDimensions } from "#shared/vocabulary.ts";
import { Icon } from "../../components/icon.tsx";
import { dimensionLabel, valueLabel } from "../../components/labels.ts";
import type { FilterDimension, Filters } from "../../filters/view.ts";
import { formatList } from "../../format/lists.ts";
import { t } from "../../i18n/translate.ts";

interface Props {
  filters: Filters;
  onRemove: (name: FilterDimension) => void;
  onClear: () => void;
}

/** Every filter in force, also those that a link brought along and the bar has no menu for. */
export function FilterChips({ filters, onRemove, onClear }: Props) {
  const active = commonDimensions.flatMap((name) => {
    const values = filters[name] ?? [];
    return values.length === 0 ? [] : [{ name, values }];
  });
  if (active.length === 0) return null;
  return (
    <ul className="chips">
      {active.map(({ name, values }) => {
        const words = {
          name: dimensionLabel(name),
          values: formatList(values.map((value) => valueLabel(name, value))),
        };
        return (
          <li className="chip" key={name}>
            {t("filter.active", words)}
            <button
              type="button"
              aria-label={t("filter.remove", words)}
              onClick={() => onRemove(name)}
            >
              <Icon name="close" />
            </button>
          </li>
        );
      })}
      {active.length > 1 && (
        <li>
          <button type="button" className="button quiet" onClick={onClear}>
            {t("action.clearAll")}
          </button>
        </li>
      )}
    </ul>
  );
}
