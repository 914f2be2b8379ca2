import { type NamedWording, WordingDiff } from "./wording-diff.tsx";
import { WordingFacts } from "./wording-facts.tsx";

interface Props {
  before: NamedWording;
  after: NamedWording;
  /** BCP 47, of both wordings. */
  locale: string;
}

/** Two wordings: how hard each is to read, and what differs word by word. */
export function WordingComparison({ before, after, locale }: Props) {
  return (
    <div className="stack wording-comparison">
      <dl className="wording-grades">
        {[before, after].map(({ name, wording }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <WordingFacts wording={wording} locale={locale} />
            </dd>
          </div>
        ))}
      </dl>
      <WordingDiff before={before} after={after} locale={locale} />
    </div>
  );
}
