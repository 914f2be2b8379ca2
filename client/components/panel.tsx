import { type ReactNode, useId } from "react";
import { DefinitionLink } from "./definition-link.tsx";

interface Props {
  title: string;
  /** Links the title to the definition of this metric. */
  metric?: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** Keeps the heading for screen readers only, where the content speaks for itself. */
  isBare?: boolean;
}

export function Panel({ title, metric, description, actions, children, isBare = false }: Props) {
  const id = useId();
  return (
    <section className={isBare ? "section" : "panel"} aria-labelledby={id}>
      <div className={isBare ? "sr-only" : "panel-head"}>
        <div>
          <h2 id={id}>
            {title} {metric !== undefined && <DefinitionLink metric={metric} />}
          </h2>
          {description !== undefined && <p className="muted">{description}</p>}
        </div>
        {actions !== undefined && <div className="panel-actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
