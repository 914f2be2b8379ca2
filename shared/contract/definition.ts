/** `GET definitions/:metric`: one definition, and a worked example of it, computed the way real figures are. */
import type { Restatement, RestatementName } from "../restatements.ts";
import type { Definition } from "./admin.ts";
import type { Estimate, Unit } from "./metric.ts";

export interface DefinitionAnswer {
  definition: Definition;
  example: Example;
}

export interface Example {
  /** The question, as the parameters of `GET metrics/:metric`. */
  query: ExampleQuery;
  asOf: string;
  unit: Unit;
  /** In order of time, as they would be sent to `POST events`. */
  events: ExampleEvent[];
  /** Everybody in the events, in order of first appearance. */
  people: ExamplePerson[];
  answer: Estimate;
  /** Of `opt_in_rate`: the same events as other systems report them. */
  restated: { as: RestatementName; restatement: Restatement; figure: Estimate }[];
}

export interface ExampleQuery {
  from: string;
  to: string;
  day?: string;
  question?: string;
}

export interface ExampleEvent {
  id: string;
  type: string;
  at: string;
  subject: string;
  [field: string]: string | number;
}

/** Where a person is counted: above the line, below it only, in both parts of a ratio, or nowhere. */
export const exampleRoles = ["numerator", "denominator", "both", "neither"] as const;
export type ExampleRole = (typeof exampleRoles)[number];

export interface ExamplePerson {
  subject: string;
  role: ExampleRole;
  /** What the person alone adds to `n` and `count`; of `net_change`, to `n` and the value. */
  n: number;
  count: number;
  why: string;
}
