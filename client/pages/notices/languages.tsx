import { useId, useState } from "react";
import { Field } from "../../components/field.tsx";
import { Icon } from "../../components/icon.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { formatLanguage } from "../../format/lists.ts";
import { languageTag } from "../../format/typed.ts";
import { t } from "../../i18n/translate.ts";
import { useDimensions } from "../../queries/dimensions.ts";

interface Props {
  languages: readonly string[];
  chosen: string;
  onChoose: (language: string) => void;
  onAdd: (language: string) => void;
  onRemove: (language: string) => void;
}

/** The languages of a notice: which one is written, and more of them. The last one stays. */
export function Languages({ languages, chosen, onChoose, onAdd, onRemove }: Props) {
  return (
    <div className="languages">
      <div className="panel-actions">
        <Segmented
          label={t("notices.language")}
          value={chosen}
          options={languages.map((value) => ({ value, label: formatLanguage(value) }))}
          onChange={onChoose}
        />
        {languages.length > 1 && (
          <button
            type="button"
            className="icon-button"
            aria-label={t("notices.removeLanguage", { language: formatLanguage(chosen) })}
            onClick={() => onRemove(chosen)}
          >
            <Icon name="trash" />
          </button>
        )}
      </div>
      <AddLanguage languages={languages} onAdd={onAdd} />
    </div>
  );
}

function AddLanguage({ languages, onAdd }: Pick<Props, "languages" | "onAdd">) {
  const list = useId();
  const [text, setText] = useState("");
  const [error, setError] = useState<string | null>(null);
  const dimensions = useDimensions().data?.dimensions ?? [];
  const seen = dimensions.find(({ name }) => name === "locale")?.values ?? [];
  const add = () => {
    const tag = languageTag(text);
    if (tag === null) return setError(t("notices.rule.language"));
    if (languages.includes(tag)) return setError(t("notices.rule.languageTwice"));
    setText("");
    setError(null);
    onAdd(tag);
  };
  return (
    <div className="add-language">
      <Field label={t("notices.addLanguage")} hint={t("notices.addLanguageHint")} error={error}>
        {(props) => (
          <span className="add-language-row">
            <input
              {...props}
              type="text"
              list={list}
              autoComplete="off"
              maxLength={64}
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                add();
              }}
            />
            <button type="button" className="button" onClick={add}>
              <Icon name="plus" /> {t("notices.addLanguageButton")}
            </button>
            <datalist id={list}>
              {seen
                .filter(({ value }) => languageTag(value) !== null && !languages.includes(value))
                .map(({ value }) => (
                  <option key={value} value={value} />
                ))}
            </datalist>
          </span>
        )}
      </Field>
    </div>
  );
}
