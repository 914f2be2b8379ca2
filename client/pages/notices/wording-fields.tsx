import { emptyWording, type Wording, type Wordings, wordingParts } from "#shared/wording.ts";
import { Field } from "../../components/field.tsx";
import { t } from "../../i18n/translate.ts";
import { Languages } from "./languages.tsx";

interface Props {
  wordings: Wordings;
  locale: string;
  onLocale: (locale: string) => void;
  onChange: (wordings: Record<string, Wording>) => void;
}

const lengths = { title: 500, text: 10_000, accept: 200, decline: 200 } as const;

/** What people are shown, one language at a time. */
export function WordingFields({ wordings, locale, onLocale, onChange }: Props) {
  const wording = wordings[locale] ?? emptyWording;
  return (
    <div className="form">
      <Languages
        languages={Object.keys(wordings)}
        chosen={locale}
        onChoose={onLocale}
        onAdd={(added) => {
          onChange({ ...wordings, [added]: emptyWording });
          onLocale(added);
        }}
        onRemove={(removed) => {
          const rest = Object.entries(wordings).filter(([name]) => name !== removed);
          onChange(Object.fromEntries(rest));
          onLocale(rest[0]?.[0] ?? locale);
        }}
      />
      {wordingParts.map((part) => {
        const set = (text: string) =>
          onChange({ ...wordings, [locale]: { ...wording, [part]: text } });
        return (
          <Field key={part} label={t(`wording.${part}`)} error={null}>
            {(props) => {
              const about = {
                ...props,
                lang: locale,
                dir: "auto",
                maxLength: lengths[part],
                value: wording[part],
              };
              return part === "text" ? (
                <textarea {...about} rows={7} onChange={(event) => set(event.target.value)} />
              ) : (
                <input {...about} type="text" onChange={(event) => set(event.target.value)} />
              );
            }}
          </Field>
        );
      })}
    </div>
  );
}
