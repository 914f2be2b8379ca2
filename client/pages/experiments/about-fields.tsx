import { Field } from "../../components/field.tsx";
import { t } from "../../i18n/translate.ts";
import type { Problems } from "./draft-problems.ts";
import type { ExperimentDraft } from "./experiment-draft.ts";
import { TextField } from "./text-field.tsx";

export interface FieldsProps {
  draft: ExperimentDraft;
  problems: Problems;
  /** What was fixed before the first look can't change any more. */
  isFixed: boolean;
  onChange: (patch: Partial<ExperimentDraft>) => void;
}

/** What the test is called and for, and what was agreed about it. */
export function AboutFields({ draft, problems, isFixed, onChange }: FieldsProps) {
  return (
    <div className="form">
      <TextField
        label={t("experiment.field.title")}
        hint={t("experiment.field.titleHint")}
        error={problems.title}
        value={draft.title}
        maxLength={200}
        onChange={(title) =>
          onChange(
            draft.slug === slugOf(draft.title) && !isFixed
              ? { title, slug: slugOf(title) }
              : { title },
          )
        }
      />
      <TextField
        label={t("experiment.field.slug")}
        hint={t("experiment.field.slugHint")}
        error={problems.slug}
        value={draft.slug}
        maxLength={64}
        isDisabled={isFixed}
        onChange={(slug) => onChange({ slug })}
      />
      <TextField
        label={t("experiment.field.hypothesis")}
        hint={t("experiment.field.hypothesisHint")}
        error={problems.hypothesis}
        value={draft.hypothesis}
        maxLength={2000}
        rows={3}
        onChange={(hypothesis) => onChange({ hypothesis })}
      />
      <div className="date-pair">
        {(["startDate", "endDate"] as const).map((name) => (
          <Field key={name} label={t(`experiment.field.${name}`)} error={problems[name] ?? null}>
            {(props) => (
              <input
                {...props}
                type="date"
                value={draft[name]}
                onChange={(event) => onChange({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <TextField
        label={t("experiment.field.owner")}
        error={problems.owner}
        value={draft.owner}
        maxLength={200}
        onChange={(owner) => onChange({ owner })}
      />
      <TextField
        label={t("experiment.field.legalNote")}
        hint={t("experiment.field.legalNoteHint")}
        error={problems.legalNote}
        value={draft.legalNote}
        maxLength={2000}
        rows={2}
        onChange={(legalNote) => onChange({ legalNote })}
      />
    </div>
  );
}

/** A name for events out of a title; empty where nothing of it can be in one. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 64);
}
