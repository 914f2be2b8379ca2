import { Field } from "../../components/field.tsx";

interface Props {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string;
  maxLength: number;
  isDisabled?: boolean;
  isNumber?: boolean;
  /** So many lines; one unless said. */
  rows?: number;
  /** BCP 47, of what is typed. */
  lang?: string;
  onChange: (value: string) => void;
}

export function TextField({ label, hint, error, value, maxLength, onChange, ...props }: Props) {
  const { isDisabled = false, isNumber = false, rows = 1, lang } = props;
  return (
    <Field label={label} error={error ?? null} {...(hint === undefined ? {} : { hint })}>
      {(tied) => {
        const about = {
          ...tied,
          ...(lang === undefined ? {} : { lang, dir: "auto" }),
          maxLength,
          value,
          disabled: isDisabled,
        };
        return rows > 1 ? (
          <textarea {...about} rows={rows} onChange={(event) => onChange(event.target.value)} />
        ) : (
          <input
            {...about}
            type="text"
            autoComplete="off"
            inputMode={isNumber ? "decimal" : "text"}
            onChange={(event) => onChange(event.target.value)}
          />
        );
      }}
    </Field>
  );
}
