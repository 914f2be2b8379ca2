import type { ReactNode } from "react";
import { Icon } from "../../components/icon.tsx";

interface Props {
  title: string;
  /** In small print below. */
  basis: ReactNode;
  /** Left out where the record cannot be changed; then `mark` says why. */
  edit?: { label: string; onClick: () => void };
  remove?: { label: string; onClick: () => void };
  mark?: string;
}

export function RecordRow({ title, basis, edit, remove, mark }: Props) {
  return (
    <li className="record-row">
      <div>
        <p className="record-title">{title}</p>
        <p className="basis">{basis}</p>
      </div>
      <div className="panel-actions">
        {mark !== undefined && <span className="tag">{mark}</span>}
        {edit !== undefined && (
          <button
            type="button"
            className="icon-button"
            aria-label={edit.label}
            onClick={edit.onClick}
          >
            <Icon name="edit" />
          </button>
        )}
        {remove !== undefined && (
          <button
            type="button"
            className="icon-button"
            aria-label={remove.label}
            onClick={remove.onClick}
          >
            <Icon name="trash" />
          </button>
        )}
      </div>
    </li>
  );
}
