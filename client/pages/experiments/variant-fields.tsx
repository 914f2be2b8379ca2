import { checklistItems, emptyWording, wordingParts } from "#shared/wording.ts";
import { Icon } from "../../components/icon.tsx";
import { UnknownTerms } from "../../components/unknown-terms.tsx";
import { WordingCard } from "../../components/wording-card.tsx";
import { WordingDiff } from "../../components/wording-diff.tsx";
import { t } from "../../i18n/translate.ts";
import { CheckList } from "./check-list.tsx";
import type { Problems } from "./draft-problems.ts";
import type { VariantDraft } from "./experiment-draft.ts";
import { TextField } from "./text-field.tsx";

interface Props {
  variant: VariantDraft;
  /** What it is compared with while it is written. */
  control: VariantDraft | undefined;
  place: number;
  language: string;
  problems: Problems;
  canLeave: boolean;
  onChange: (patch: Partial<VariantDraft>) => void;
  onRemove: () => void;
}

const lengths = { title: 500, text: 10_000, accept: 200, decline: 200 } as const;

/** One wording as it is written: beside it how people will meet it, below it what differs from the control. */
export function VariantFields(props: Props) {
  const { variant, control, place, language, problems, canLeave, onChange, onRemove } = props;
  const { slug, share, isControl, layoutNotes, checklist } = variant;
  const wording = variant.wording[language] ?? emptyWording;
  const name = slug === "" ? t("experiment.variantPlace", { place: place + 1 }) : slug;
  return (
    <fieldset className="variant-fields">
      <legend>{name}</legend>
      <div className="form">
        <div className="date-pair">
          <TextField
            label={t("experiment.field.variant")}
            error={problems[`variants.${place}.slug`]}
            value={slug}
            maxLength={64}
            onChange={(next) => onChange({ slug: next })}
          />
          <TextField
            label={t("experiment.field.share")}
            error={problems[`variants.${place}.share`]}
            value={share}
            maxLength={6}
            isNumber
            onChange={(next) => onChange({ share: next })}
          />
        </div>
        <label className="check control-check">
          <input
            type="radio"
            name="control"
            checked={isControl}
            onChange={() => onChange({ isControl: true })}
          />
          {t("experiment.field.control")}
        </label>
        {wordingParts.map((part) => (
          <TextField
            key={part}
            label={t(`wording.${part}`)}
            value={wording[part]}
            maxLength={lengths[part]}
            rows={part === "text" ? 4 : 1}
            lang={language}
            onChange={(text) =>
              onChange({
                wording: { ...variant.wording, [language]: { ...wording, [part]: text } },
              })
            }
          />
        ))}
        <CheckList
          legend={t("checklist.title")}
          hint={t("checklist.text")}
          values={checklistItems}
          chosen={checklist}
          labelOf={(item) => t(`checklist.${item}`)}
          onChange={(next) => onChange({ checklist: next })}
        />
        <TextField
          label={t("experiment.field.layoutNotes")}
          value={layoutNotes}
          maxLength={2000}
          onChange={(next) => onChange({ layoutNotes: next })}
        />
        {canLeave && (
          <div>
            <button type="button" className="button" onClick={onRemove}>
              <Icon name="trash" /> {t("experiment.removeVariant", { variant: name })}
            </button>
          </div>
        )}
      </div>
      <WordingCard name={name} wording={wording} locale={language}>
        <UnknownTerms wording={wording} locale={language} />
      </WordingCard>
      {control !== undefined && !isControl && wording.text !== "" && (
        <WordingDiff
          before={{ name: control.slug, wording: control.wording[language] ?? emptyWording }}
          after={{ name, wording }}
          locale={language}
        />
      )}
    </fieldset>
  );
}
