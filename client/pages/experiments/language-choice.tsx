import { useState } from "react";
import { Field } from "../../components/field.tsx";
import { Icon } from "../../components/icon.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { formatLanguage } from "../../format/lists.ts";
import { languageTag } from "../../format/typed.ts";
import { t } from "../../i18n/translate.ts";

interface Props {
  languages: readonly string[];
  chosen: string;
  onChoose: (language: string) => void;
  onAdd: (language: string) => void;
}

/** Which language is written, and more of them; one in which nothing is written is not kept. */
export function LanguageChoice({ languages, chosen, onChoose, onAdd }: Props) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string | null>(null);
  const add = () => {
    const tag = languageTag(text);
    if (tag === null) return setError(t("notices.rule.language"));
    if (languages.includes(tag)) return setError(t("notices.rule.languageTwice"));
    setText("");
    setError(null);
    onAdd(tag);
  };
  return (
    <div className="languages">
      <Segmented
        label={t("experiment.language")}
        value={chosen}
        options={languages.map((value) => ({ value, label: formatLanguage(value) }))}
        onChange={onChoose}
      />
      <Field label={t("notices.addLanguage")} hint={t("notices.addLanguageHint")} error={error}>
        {(props) => (
          <span className="add-language-row">
            <input
              {...props}
              type="text"
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
          </span>
        )}
      </Field>
    </div>
  );
}
