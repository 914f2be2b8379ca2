import { useSyncExternalStore } from "react";
import { drawnGrain, type Question } from "./question.ts";

const MOST_POINTS = 120;
const MOST_ON_A_PHONE = 60;
const phone = matchMedia("(max-width: 40rem)");

/** What a chart of this question draws: as much coarser as the screen makes it. A table shows all that is asked for. */
export function useDrawn<Asked extends Pick<Question, "from" | "to" | "grain">>(
  question: Asked,
  isTable: boolean,
): Asked {
  const isPhone = useSyncExternalStore(subscribe, () => phone.matches);
  if (isTable) return question;
  return { ...question, grain: drawnGrain(question, isPhone ? MOST_ON_A_PHONE : MOST_POINTS) };
}

function subscribe(onChange: () => void): () => void {
  phone.addEventListener("change", onChange);
  return () => phone.removeEventListener("change", onChange);
}
