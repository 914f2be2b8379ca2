import { lazy, Suspense, useRef, useState } from "react";
import { formatRange } from "../format/dates.ts";
import { type DateChoice, presetLabel } from "./date-choice.ts";
import { Icon } from "./icon.tsx";

const loadPopover = () => import("./date-popover.tsx");
const DatePopover = lazy(async () => ({ default: (await loadPopover()).DatePopover }));

interface Props {
  choice: DateChoice;
  presets: readonly number[];
  onPreset: (days: number) => void;
  onDates: (from: string, to: string) => void;
}

export function DateMenu({ choice, presets, onPreset, onDates }: Props) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const range = formatRange(choice.from, choice.to);
  return (
    <>
      <button
        ref={ref}
        type="button"
        className="filter-button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onPointerEnter={loadPopover}
        onFocus={loadPopover}
        onClick={() => setOpen(true)}
      >
        <Icon name="calendar" />
        {choice.last !== null && <span className="filter-name">{presetLabel(choice.last)}</span>}
        <span className="filter-value">{range}</span>
        <Icon name="chevron" />
      </button>
      {isOpen && (
        <Suspense>
          <DatePopover
            triggerRef={ref}
            choice={choice}
            presets={presets}
            onPreset={onPreset}
            onDates={onDates}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
