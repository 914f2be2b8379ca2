/** Which page tells more about a metric. */
export function pageOf(metric: string): string {
  if (/withdrawal|retention|opt_out/.test(metric)) return "/withdrawals";
  if (/^(understanding|trust|benefit|control|informed_opt_in_rate|survey_score)$/.test(metric)) {
    return "/understanding";
  }
  return "/opt-in";
}
