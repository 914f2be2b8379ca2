import { useId } from "react";
import type { ChangeInput } from "#shared/contract/change.ts";
import { Field } from "../../components/field.tsx";
import { t } from "../../i18n/translate.ts";
import { useDimensions } from "../../queries/dimensions.ts";

interface Props {
  input: ChangeInput;
  onChange: (patch: Partial<ChangeInput>) => void;
}

/** What a change belongs to: its notice and experiment, who answers for it, and where it is written up. */
export function BelongingFields({ input, onChange }: Props) {
  return (
    <>
      <div className="date-pair">
        <KnownValue
          dimension="notice"
          label={t("changes.field.notice")}
          hint={t("changes.field.noticeHint")}
          value={input.notice}
          onChange={(notice) => onChange({ notice })}
        />
        <KnownValue
          dimension="experiment"
          label={t("changes.field.experiment")}
          hint={t("changes.field.experimentHint")}
          value={input.experiment}
          onChange={(experiment) => onChange({ experiment })}
        />
      </div>
      <div className="date-pair">
        <Field label={t("changes.field.owner")} error={null}>
          {(props) => (
            <input
              {...props}
              type="text"
              maxLength={200}
              value={input.owner}
              onChange={(event) => onChange({ owner: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("changes.field.link")} error={null}>
          {(props) => (
            <input
              {...props}
              type="url"
              maxLength={2000}
              placeholder="https://"
              value={input.link}
              onChange={(event) => onChange({ link: event.target.value.trim() })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

interface KnownProps {
  dimension: "notice" | "experiment";
  label: string;
  hint: string;
  value: string | null;
  onChange: (value: string | null) => void;
}

/** The values that the data know are offered; one that comes later can be typed. */
function KnownValue({ dimension, label, hint, value, onChange }: KnownProps) {
  const list = useId();
  const dimensions = useDimensions().data?.dimensions ?? [];
  const known = dimensions.find(({ name }) => name === dimension)?.values ?? [];
  return (
    <Field label={label} hint={hint} error={null}>
      {(props) => (
        <>
          <input
            {...props}
            type="text"
            list={list}
            maxLength={64}
            value={value ?? ""}
            onChange={(event) => onChange(event.target.value.trim() || null)}
          />
          <datalist id={list}>
            {known
              .filter((one) => one.value !== "none" && one.value !== "unknown")
              .map((one) => (
                <option key={one.value} value={one.value} />
              ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
