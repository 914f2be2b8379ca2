import type { NoticeInput } from "#shared/contract/notice.ts";
import { checklistItems } from "#shared/wording.ts";
import { Field } from "../../components/field.tsx";
import { t } from "../../i18n/translate.ts";

interface Props {
  checklist: NoticeInput["checklist"];
  checkedBy: string;
  onChange: (patch: Pick<Partial<NoticeInput>, "checklist" | "checkedBy">) => void;
}

/** What the author finds said in the wording, and who says so; kept with the version. */
export function ChecklistFields({ checklist, checkedBy, onChange }: Props) {
  return (
    <div className="form">
      <fieldset className="checklist-fields">
        <legend className="sr-only">{t("checklist.title")}</legend>
        {checklistItems.map((item) => (
          <label key={item} className="check">
            <input
              type="checkbox"
              checked={checklist.includes(item)}
              onChange={({ target }) =>
                onChange({
                  checklist: checklistItems.filter((one) =>
                    one === item ? target.checked : checklist.includes(one),
                  ),
                })
              }
            />
            {t(`checklist.${item}`)}
          </label>
        ))}
      </fieldset>
      <Field label={t("checklist.checkedBy")} hint={t("checklist.checkedByHint")} error={null}>
        {(props) => (
          <input
            {...props}
            type="text"
            maxLength={200}
            value={checkedBy}
            onChange={(event) => onChange({ checkedBy: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
