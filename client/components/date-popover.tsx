import { type FormEvent, type RefObject, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Popover } from "react-aria-components/Popover";
import { t } from "../i18n/translate.ts";
import { type DateChoice, presetLabel } from "./date-choice.ts";

interface Props {
  triggerRef: RefObject<HTMLButtonElement | null>;
  choice: DateChoice;
  presets: readonly number[];
  onPreset: (days: number) => void;
  onDates: (from: string, to: string) => void;
  onClose: () => void;
}

export function DatePopover({ triggerRef, choice, presets, onPreset, onDates, onClose }: Props) {
  const [from, setFrom] = useState(choice.from);
  const [to, setTo] = useState(choice.to);
  const isReversed = from !== "" && to !== "" && from > to;
  const apply = (event: FormEvent) => {
    event.preventDefault();
    if (from === "" || to === "" || isReversed) return;
    onDates(from, to);
    onClose();
  };
  return (
    <Popover
      className="popover"
      triggerRef={triggerRef}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      placement="bottom start"
    >
      <Dialog className="popover-body" aria-label={t("filter.dates")}>
        <div className="preset-list">
          {presets.map((days) => (
            <button
              key={days}
              type="button"
              className="preset"
              aria-pressed={choice.last === days}
              onClick={() => {
                onPreset(days);
                onClose();
              }}
            >
              {presetLabel(days)}
            </button>
          ))}
        </div>
        <form className="date-form" onSubmit={apply}>
          <p className="label">{t("filter.custom")}</p>
          <div className="date-pair">
            <label>
              {t("filter.from")}
              <input
                type="date"
                required
                value={from}
                onChange={(event) => setFrom(event.target.value)}
              />
            </label>
            <label>
              {t("filter.to")}
              <input
                type="date"
                required
                value={to}
                aria-invalid={isReversed}
                onChange={(event) => setTo(event.target.value)}
              />
            </label>
          </div>
          {isReversed && (
            <p role="alert" className="field-error">
              {t("filter.badRange")}
            </p>
          )}
          <button type="submit" className="button primary">
            {t("action.apply")}
          </button>
        </form>
      </Dialog>
    </Popover>
  );
}
