import { Link } from "react-router";
import { Icon } from "../../components/icon.tsx";
import { Panel } from "../../components/panel.tsx";
import { t } from "../../i18n/translate.ts";
import { useDimensions } from "../../queries/dimensions.ts";
import { unrecordedOf, useExperiments } from "../../queries/experiments.ts";

/** Experiments that the data name and nobody wrote down. Nothing stands here while there are none. */
export function Unrecorded() {
  const experiments = useExperiments().data?.experiments;
  const dimensions = useDimensions().data?.dimensions;
  if (experiments === undefined || dimensions === undefined) return null;
  const slugs = unrecordedOf(experiments, dimensions);
  if (slugs.length === 0) return null;
  return (
    <Panel title={t("experiment.unrecorded")} description={t("experiment.unrecordedWhy")}>
      <ul className="finding-list">
        {slugs.map((slug) => (
          <li key={slug} className="finding">
            <div>
              <Link className="quiet-link is-strong" to={`/experiments/${slug}`}>
                {slug}
              </Link>
            </div>
            <Link
              className="button"
              to={`/new-experiment?of=${slug}`}
              aria-label={t("experiment.writeDownLabel", { experiment: slug })}
            >
              <Icon name="plus" /> {t("experiment.writeDown")}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
