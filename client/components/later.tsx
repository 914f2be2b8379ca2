/**
 * A component whose code comes when it is first shown, or before, where somebody calls `load`. Not React's `lazy`: a placeholder
 * that Suspense has shown stays for 300 ms, however soon after it the code is there.
 */
import { type ComponentType, type ReactNode, useEffect, useState } from "react";

export interface Later<Props> {
  (props: Props): ReactNode;
  /** Fails where the code cannot be had; whoever shows the component tries again, and fails as it would. */
  load: () => Promise<void>;
}

export function later<Props extends object>(
  fetchCode: () => Promise<ComponentType<Props>>,
  placeholder: ReactNode,
): Later<Props> {
  let Code: ComponentType<Props> | null = null;
  async function load(): Promise<void> {
    Code ??= await fetchCode();
  }
  function Shown(props: Props) {
    const [, setThere] = useState(Code !== null);
    const [failure, setFailure] = useState<{ error: unknown } | null>(null);
    useEffect(() => {
      load().then(
        () => setThere(true),
        (error: unknown) => setFailure({ error }),
      );
    }, []);
    if (failure !== null) throw failure.error;
    return Code === null ? placeholder : <Code {...props} />;
  }
  return Object.assign(Shown, { load });
}
