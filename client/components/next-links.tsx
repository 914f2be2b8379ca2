import { Link, type To } from "react-router";
import { Icon } from "./icon.tsx";

export interface NextStep {
  to: To;
  title: string;
  text?: string;
}

export function NextLinks({ steps }: { steps: readonly NextStep[] }) {
  return (
    <ul className="next-links no-print">
      {steps.map(({ to, title, text }) => (
        <li key={title}>
          <Link className="next-link" to={to}>
            <span>
              {title}
              {text !== undefined && <small>{text}</small>}
            </span>
            <Icon name="arrow" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
