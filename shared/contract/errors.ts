/**
 * Every error code of the API, with its HTTP status and title (RFC 9457 problem details). `fields` in a problem
 * names what was at fault.
 */
export const problems = {
  invalid_request: { status: 400, title: "The request is not valid" },
  invalid_json: { status: 400, title: "The body is not JSON" },
  empty_body: { status: 400, title: "The body is empty" },
  not_a_list: { status: 400, title: "The body is not a list" },
  incomplete_body: { status: 400, title: "The body does not have the announced length" },
  malformed_http: { status: 400, title: "The request is not valid HTTP" },
  unknown_parameter: { status: 400, title: "Unknown query parameter" },
  unknown_dimension: { status: 400, title: "Unknown dimension" },
  dimension_not_of_metric: { status: 400, title: "The metric does not have this dimension" },
  range_reversed: { status: 400, title: "The range ends before it starts" },
  too_many_points: { status: 400, title: "The answer would have too many points" },
  foreign_host: { status: 403, title: "Unknown host name" },
  foreign_origin: { status: 403, title: "Writes from other sites are refused" },
  unknown_metric: { status: 404, title: "Unknown metric" },
  not_found: { status: 404, title: "Not found" },
  method_not_allowed: { status: 405, title: "Method not allowed" },
  request_timeout: { status: 408, title: "The request took too long" },
  conflict: { status: 409, title: "The request conflicts with what is there" },
  body_too_large: { status: 413, title: "The body is too large" },
  unsupported_media_type: { status: 415, title: "Unsupported content type" },
  unsupported_encoding: { status: 415, title: "Unsupported content encoding" },
  headers_too_large: { status: 431, title: "The headers are too large" },
  internal_error: { status: 500, title: "Something went wrong on our side" },
  starting: { status: 503, title: "Candor is starting" },
  overloaded: { status: 503, title: "Too much work is waiting" },
  storage_full: { status: 507, title: "The disk is full" },
} as const;
export type ProblemCode = keyof typeof problems;

export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  detail: string;
  fields?: FieldProblem[];
}

/** Why one event or count record was refused, with the rule in words. */
export const rejections = {
  not_json: "the line is not JSON",
  not_utf8: "the line is not UTF-8",
  not_an_object: "an event is a JSON object",
  missing_field: "a required field is missing",
  wrong_type: "the value has the wrong JSON type",
  bad_length: "the text is too short or too long",
  bad_format: "the text does not have the form that the field asks for",
  unknown_value: "the value is not one of those allowed",
  out_of_range: "the number is outside its range",
  at_in_future: "at is more than 24 h ahead",
  at_too_early: "at is before 2000-01-01",
  before_retention: "at is before what is kept of raw events",
  conflicting_fields: "two fields that exclude each other are both given",
  incomplete_pair: "one of two fields that go together is missing",
  counts_disagree: "the numbers contradict each other",
  too_many_values: "the dimension has 5 000 distinct values already",
  subject_erased: "the subject was erased after this event",
} as const;
export type RejectionCode = keyof typeof rejections;
