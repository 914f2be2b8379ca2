import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

interface Props {
  icon: IconName;
  title: string;
  text: string;
  children?: ReactNode;
}

/** Nothing to show, and what to do about it. */
export function EmptyState({ icon, title, text, children }: Props) {
  return (
    <div className="empty-state">
      <span className="empty-icon">
        <Icon name={icon} />
      </span>
      <p className="empty-title">{title}</p>
      <p className="muted">{text}</p>
      {children}
    </div>
  );
}
