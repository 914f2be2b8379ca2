import { useState } from "react";
import type { DimensionsAnswer } from "#shared/contract/admin.ts";
import { generations } from "#shared/vocabulary.ts";
import { DateMenu } from "../../components/date-menu.tsx";
import { FilterMenu } from "../../components/filter-menu.tsx";
import type { FilterOption } from "../../components/filter-option.ts";
import { Icon } from "../../components/icon.tsx";
import { dimensionLabel, valueLabel } from "../../components/labels.ts";
import { SelectField } from "../../components/select-field.tsx";
import { useView } from "../../filters/use-view.ts";
import { comparisons, type FilterDimension, grainChoices, presets } from "../../filters/view.ts";
import { formatRange } from "../../format/dates.ts";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";
import { useDimensions } from "../../queries/dimensions.ts";
import { useKnownStatus } from "../../queries/status.ts";
import { useQuestion } from "../../queries/use-question.ts";
import { FilterChips } from "./filter-chips.tsx";
import { PrintedView } from "./printed-view.tsx";
import { WeightsMenu, WeightsNotice } from "./weights-menu.tsx";

const always: FilterDimension[] = ["generation", "purpose", "channel", "region", "notice"];
const onlyIfSeveral: FilterDimension[] = ["source", "segment"];

export function FilterBar({ hasSeries }: { hasSeries: boolean }) {
  const { view, dropped, update } = useView();
  const { from, to } = useQuestion();
  const { k } = useKnownStatus();
  const dimensions = useDimensions().data;
  const [isOpen, setOpen] = useState(false);
  const shown = [
    ...always,
    ...onlyIfSeveral.filter((name) => optionsOf(dimensions, name, k).length > 1),
  ];
  const hasDates = view.from !== null || view.to !== null;
  return (
    <>
      <PrintedView from={from} to={to} filters={view.filters} weights={view.weights} />
      <section className="filter-bar" aria-label={t("filter.label")}>
        <button
          type="button"
          className="filter-button filter-toggle"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="filter" />
          <span className="filter-name">{t("filter.label")}</span>
          <span className="filter-value">{formatRange(from, to)}</span>
          <Icon name="chevron" />
        </button>
        <div className="filter-row" data-open={isOpen}>
          <DateMenu
            choice={{ from, to, last: hasDates ? null : view.last }}
            presets={presets}
            onPreset={(days) =>
              update({
                last: presets.find((one) => one === days) ?? view.last,
                from: null,
                to: null,
              })
            }
            onDates={(first, last) => update({ from: first, to: last })}
          />
          {hasSeries && (
            <>
              <SelectField
                label={t("filter.compare")}
                value={view.compare}
                options={comparisons.map((value) => ({
                  value,
                  label: t(`filter.compare.${value}`),
                }))}
                onChange={(compare) => update({ compare })}
              />
              <SelectField
                label={t("filter.grain")}
                value={view.grain}
                options={grainChoices.map((value) => ({
                  value,
                  label: t(`filter.grain.${value}`),
                }))}
                onChange={(grain) => update({ grain })}
              />
            </>
          )}
          {hasSeries && (
            <WeightsMenu weights={view.weights} onChange={(weights) => update({ weights })} />
          )}
          {shown.map((name) => (
            <FilterMenu
              key={name}
              label={dimensionLabel(name)}
              options={optionsOf(dimensions, name, k)}
              chosen={view.filters[name] ?? []}
              onChange={(values) => update({ filters: { ...view.filters, [name]: values } })}
            />
          ))}
        </div>
        <FilterChips
          filters={view.filters}
          onRemove={(name) => update({ filters: { ...view.filters, [name]: [] } })}
          onClear={() => update({ filters: {} })}
        />
        <WeightsNotice weights={view.weights} isOffered={hasSeries} />
        {dropped.length > 0 && (
          <p className="inline-note" role="status">
            <Icon name="alert" /> {t("view.dropped", { parts: dropped.join(", ") })}
          </p>
        )}
      </section>
    </>
  );
}

function optionsOf(answer: DimensionsAnswer | undefined, name: string, k: number): FilterOption[] {
  const values = answer?.dimensions.find((dimension) => dimension.name === name)?.values ?? [];
  const options = values.map(({ value, n, suppressed }) => ({
    value,
    label: valueLabel(name, value),
    detail:
      suppressed || n === null ? t("filter.valueHidden", { k: formatCount(k) }) : formatCount(n),
  }));
  if (name !== "generation") return options;
  const place = ({ value }: FilterOption) => (generations as readonly string[]).indexOf(value);
  return options.sort((a, b) => place(a) - place(b));
}
