/** The cells of a day, for the tooltip and the table alike. */
import { limitsText, pointsText, probabilityText } from "../components/effect-text.ts";
import type { SequenceRow } from "./shape/sequence.ts";

export function sequenceCells({ difference, band: [low, high], p }: SequenceRow) {
  return {
    difference: pointsText(difference),
    limits: limitsText({ low, high }),
    p: probabilityText(p),
  };
}
