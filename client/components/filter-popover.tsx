import type { RefObject } from "react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Input } from "react-aria-components/Input";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { SearchField } from "react-aria-components/SearchField";
import { t } from "../i18n/translate.ts";
import type { FilterOption } from "./filter-option.ts";
import { Icon } from "./icon.tsx";

interface Props {
  triggerRef: RefObject<HTMLButtonElement | null>;
  label: string;
  options: readonly FilterOption[];
  chosen: readonly string[];
  onChange: (values: string[]) => void;
  onClose: () => void;
}

const MANY = 8;

export function FilterPopover({ triggerRef, label, options, chosen, onChange, onClose }: Props) {
  const { contains } = useFilter({ sensitivity: "base" });
  const list = (
    <ListBox
      className="filter-list"
      aria-label={label}
      selectionMode="multiple"
      escapeKeyBehavior="none"
      selectedKeys={chosen}
      autoFocus={options.length <= MANY ? "first" : false}
      onSelectionChange={(keys) =>
        onChange(keys === "all" ? options.map(({ value }) => value) : [...keys].map(String))
      }
      renderEmptyState={() => <p className="muted">{t("filter.noValues")}</p>}
    >
      {options.map((option) => (
        <ListBoxItem
          key={option.value}
          id={option.value}
          textValue={option.label}
          className="filter-item"
        >
          <span className="filter-check">
            <Icon name="check" />
          </span>
          <span>{option.label}</span>
          <span className="filter-detail">{option.detail}</span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
  return (
    <Popover
      className="popover"
      triggerRef={triggerRef}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom start"
    >
      <Dialog className="popover-body" aria-label={label}>
        {options.length > MANY ? (
          <Autocomplete filter={contains}>
            <SearchField className="filter-search" aria-label={t("filter.search")} autoFocus>
              <Input placeholder={t("filter.search")} />
            </SearchField>
            {list}
          </Autocomplete>
        ) : (
          list
        )}
        <div className="popover-foot">
          <button
            type="button"
            className="button quiet"
            disabled={chosen.length === 0}
            onClick={() => onChange([])}
          >
            {t("action.clear")}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t("action.close")}
          </button>
        </div>
      </Dialog>
    </Popover>
  );
}
