export interface FilterOption {
  value: string;
  label: string;
  /** How many there are of it. */
  detail: string;
}
