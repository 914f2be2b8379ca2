import { lazy, Suspense, useRef, useState } from "react";
import { formatList } from "../format/lists.ts";
import { t } from "../i18n/translate.ts";
import type { FilterOption } from "./filter-option.ts";
import { Icon } from "./icon.tsx";

const loadPopover = () => import("./filter-popover.tsx");
const FilterPopover = lazy(async () => ({ default: (await loadPopover()).FilterPopover }));

interface Props {
  label: string;
  options: readonly FilterOption[];
  chosen: readonly string[];
  onChange: (values: string[]) => void;
}

/** A button that says what is chosen; the list behind it is loaded when first wanted. */
export function FilterMenu({ label, options, chosen, onChange }: Props) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const names = chosen.map(
    (value) => options.find((option) => option.value === value)?.label ?? value,
  );
  const summary =
    names.length === 0
      ? t("filter.all")
      : names.length <= 2
        ? formatList(names)
        : t("filter.chosen", { count: names.length }, names.length);
  return (
    <>
      <button
        ref={ref}
        type="button"
        className={names.length > 0 ? "filter-button is-active" : "filter-button"}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={loadPopover}
        onFocus={loadPopover}
        onClick={() => setOpen(true)}
      >
        <span className="filter-name">{label}</span>
        <span className={names.length === 0 ? "filter-value is-all" : "filter-value"}>
          {summary}
        </span>
        <Icon name="chevron" />
      </button>
      {isOpen && (
        <Suspense>
          <FilterPopover
            triggerRef={ref}
            label={label}
            options={options}
            chosen={chosen}
            onChange={onChange}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
