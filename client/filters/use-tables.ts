import { useSearchParams } from "react-router";

/** Which charts are shown as tables, as `table=a,b` in the URL. */
export function useTables() {
  const [parameters, setParameters] = useSearchParams();
  const shown = (parameters.get("table") ?? "").split(",").filter((id) => id !== "");
  return (id: string) => ({
    isTable: shown.includes(id),
    onTableChange: (isTable: boolean) =>
      setParameters(
        (current) => {
          const result = new URLSearchParams(current);
          const ids = isTable ? [...shown, id] : shown.filter((other) => other !== id);
          if (ids.length === 0) result.delete("table");
          else result.set("table", ids.join(","));
          return result;
        },
        { replace: true, preventScrollReset: true },
      ),
  });
}
