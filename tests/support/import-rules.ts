// Who may import whom, as data, and the check. It takes sources rather than reads them, so that the rules
// themselves can be tried on made-up files.
import { posix } from "node:path";
import { parseSync, Visitor } from "oxc-parser";

/** A place is a folder or a file. The longest that holds a file is its own; within it everything may be imported. */
export const MAY_IMPORT: Record<string, string[]> = {
  shared: [],

  "server/stats": [],
  "server/fold": ["shared"],
  // Metrics say which facts they need; they never see where facts are kept.
  "server/metrics": ["shared", "server/stats", "server/fold/facts.ts"],
  "server/verdicts": ["shared", "server/stats", "server/metrics"],
  "server/experiments": ["shared", "server/stats", "server/metrics"],
  "server/store": ["shared", "server/fold/facts.ts", "server/fold/event.ts"],
  "server/ingest": ["shared", "server/fold", "server/store"],
  "server/counts": ["shared", "server/ingest", "server/store"],
  "server/imports": ["shared", "server/ingest", "server/counts"],
  "server/figures": [
    "shared",
    "server/store",
    "server/metrics",
    "server/verdicts",
    "server/experiments",
    "server/fold/facts.ts",
  ],
  // Worked examples go the whole way of real events, from the contract to the figure, without a store.
  "server/examples": [
    "shared",
    "server/ingest/normalize.ts",
    "server/fold",
    "server/figures",
    "server/store",
  ],
  "server/jobs": ["shared", "server/fold", "server/store"],
  // The thread that writes: everything that changes the store, and nothing that answers requests.
  "server/writer": [
    "shared",
    "server/ingest",
    "server/counts",
    "server/imports",
    "server/jobs",
    "server/fold",
    "server/store",
    "server/http/errors.ts",
  ],
  // The thread that weighs what takes seconds: it reads and computes, knows no requests, and never writes.
  "server/reader": ["shared", "server/figures", "server/store", "server/http/errors.ts"],
  "server/http": ["shared"],
  "server/auth": ["shared", "server/http/errors.ts", "server/store"],
  "server/routes": [
    "shared",
    "server/http",
    "server/auth",
    "server/ingest",
    "server/counts",
    "server/imports",
    "server/examples",
    "server/figures",
    "server/jobs",
    "server/store",
    "server/writer",
    "server/reader",
  ],
  // What createApp is handed: the store and the settings.
  "server/app.ts": [
    "shared",
    "server/routes",
    "server/http",
    "server/auth",
    "server/store",
    "server/config.ts",
  ],
  "server/config.ts": ["shared"],
  "server/build-id.ts": [],
  // One database with its writer and its reader; what start-up, the command line and the seed open.
  "server/world.ts": [
    "shared",
    "server/config.ts",
    "server/store",
    "server/writer",
    "server/reader",
  ],
  // Everything that answers, put together; start-up hands it clock and settings.
  "server/serve.ts": [
    "shared",
    "server/app.ts",
    "server/build-id.ts",
    "server/config.ts",
    "server/http",
    "server/store",
    "server/world.ts",
  ],
  "server/main.ts": ["shared", "server", "seed"],
  "server/cli.ts": ["shared", "server", "seed"],

  "client/format": ["shared"],
  "client/i18n": ["shared", "client/format"],
  "client/filters": ["shared"],
  "client/api": ["shared"],
  "client/queries": ["shared", "client/api", "client/filters"],
  "client/components": ["shared", "client/format", "client/i18n"],
  "client/charts": ["shared", "client/format", "client/i18n", "client/components"],
  "client/styles": [],
  // Each page is a place of its own (the star): no page imports another.
  "client/pages/*": [
    "shared",
    "client/format",
    "client/i18n",
    "client/filters",
    "client/api",
    "client/queries",
    "client/components",
    "client/charts",
    "client/styles",
  ],
  "client/main.tsx": ["shared", "client"],
  "client/app.tsx": ["shared", "client"],
  "client/router.tsx": ["shared", "client"],

  // What is measured is started or opened as everybody does it.
  bench: [
    "shared",
    "server",
    "seed/random.ts",
    "tests/support/chromium.ts",
    "tests/support/page-files.ts",
  ],

  "seed/index.ts": ["shared", "server", "seed"],
  seed: ["shared", "server/ingest", "server/counts", "server/store", "server/writer"],
};

/** What only some places may use. `within` limits a rule to these places; it holds everywhere without. */
export const RESERVED: { what: RegExp; only: string[]; within?: string[]; because: string }[] = [
  {
    what: /^better-sqlite3$/,
    only: ["server/store/sqlite", "server/store/lock.ts", "bench"],
    because: "all SQL is in one folder",
  },
  {
    what: /^express$/,
    only: [
      "server/app.ts",
      "server/http",
      "server/auth",
      "server/routes",
      "bench/static-server.ts",
    ],
    because: "what computes knows nothing of HTTP",
  },
  {
    what: /^recharts$/,
    only: ["client/charts"],
    because: "pages ask for a chart, not for a library",
  },
  {
    what: /^(node:.+|process\.env)$/,
    only: [],
    within: ["shared", "client"],
    because: "it runs in the browser",
  },
  {
    what: /^react(-|$)/,
    only: [],
    within: ["shared", "server", "seed"],
    because: "only the page is React",
  },
  {
    what: /^fetch\(\)$/,
    only: ["client/api"],
    within: ["shared", "client"],
    because: "one place speaks to the server",
  },
  {
    what: /^process\.env$/,
    only: [
      "server/config.ts",
      "server/main.ts",
      "server/cli.ts",
      "seed/index.ts",
      // Hands it on to the servers that it starts.
      "bench/server-process.ts",
    ],
    because: "settings are parsed once and handed down",
  },
  {
    what: /^the clock$/,
    only: ["server/main.ts", "server/cli.ts", "seed/index.ts"],
    within: ["shared", "server", "seed"],
    because: "time is handed down, so that tests can set it",
  },
];

type Source = {
  path: string;
  /** Specifiers of imports and re-exports, dynamic ones too. */
  imports: string[];
  /** Files that are started, not imported: worker threads. */
  starts: string[];
  /** Global things that a rule reserves. */
  uses: string[];
  onlyReExports: boolean;
  unreadable: boolean;
};

/** Every breach in these sources (path → text), each as one sentence. */
export function breaches(files: ReadonlyMap<string, string>): string[] {
  const sources = [...files].map(([path, text]) => read(path, text));
  return [...sources.flatMap(breachesOf), ...cycles(sources)];
}

function breachesOf(source: Source): string[] {
  const { path } = source;
  const found: string[] = [];
  const place = placeOf(path);
  if (source.unreadable) found.push(`${path} can't be parsed`);
  if (!place) return [...found, `${path} is in no known place: MAY_IMPORT says what it may import`];

  for (const specifier of [...source.imports, ...source.starts]) {
    const target = resolve(path, specifier);
    if (!target) continue;
    if (!/\.[a-z]+$/.test(target)) {
      found.push(
        `${path} imports ${specifier} without its file ending: Node looks for that very file`,
      );
    }
    const allowed = MAY_IMPORT[place.rule] ?? [];
    if (isIn(target, [place.name, ...allowed]) || target === path) continue;
    const list = allowed.length > 0 ? allowed.join(", ") : "nothing outside itself";
    found.push(`${path} imports ${target}: ${place.rule} may import ${list}`);
  }

  for (const used of [...source.imports, ...source.uses]) {
    const name = packageName(used);
    for (const { what, only, within, because } of RESERVED) {
      if (!what.test(name) || isIn(path, only) || (within && !isIn(path, within))) continue;
      const where = only.length > 0 ? `only ${only.join(", ")} may` : "no file here may";
      found.push(`${path} uses ${name}: ${where}, because ${because}`);
    }
  }

  if (/(^|\/)index\.tsx?$/.test(path) && path !== "seed/index.ts") {
    found.push(`${path} is an index file: import from the file that has it`);
  }
  if (source.onlyReExports) found.push(`${path} only re-exports: import from the file that has it`);
  return found;
}

function read(path: string, text: string): Source {
  const { program, module, errors } = parseSync(path, text);
  const imports = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
  ];
  const starts: string[] = [];
  const uses: string[] = [];
  new Visitor({
    ImportExpression({ source }) {
      if (source.type === "Literal") imports.push(String(source.value));
    },
    TSImportType({ source }) {
      imports.push(source.value);
    },
    NewExpression({ callee, arguments: [first, second] }) {
      if (callee.type !== "Identifier") return;
      if (callee.name === "Date" && !first) uses.push("the clock");
      const local = first?.type === "Literal" && /^\..+\.tsx?$/.test(String(first.value));
      if (callee.name === "URL" && local && second) starts.push(String(first.value));
    },
    CallExpression({ callee }) {
      const name = dotted(callee)?.replace(/^(globalThis|window|self)\./, "");
      if (name === "fetch") uses.push("fetch()");
      if (name === "Date") uses.push("the clock");
    },
    MemberExpression(node) {
      const name = dotted(node);
      if (name === "process.env") uses.push("process.env");
      if (name === "Date.now" || name === "Temporal.Now") uses.push("the clock");
    },
  }).visit(program);
  if (imports.includes("node:process")) uses.push("process.env");

  const { body } = program;
  return {
    path,
    imports: [...new Set(imports)],
    starts,
    uses: [...new Set(uses)],
    onlyReExports:
      body.length > 0 &&
      body.every(
        (statement) =>
          /^Export/.test(statement.type) && "source" in statement && statement.source !== null,
      ),
    unreadable: errors.length > 0,
  };
}

/** `a.b` of a chain of plain names, else nothing. */
function dotted(node: { type: string }): string | undefined {
  const one = node as {
    type: string;
    name: string;
    object: { type: string };
    property: { type: string; name: string; value: unknown };
  };
  if (one.type === "Identifier") return one.name;
  if (one.type !== "MemberExpression") return undefined;
  const object = dotted(one.object);
  const property = one.property.type === "Literal" ? String(one.property.value) : one.property.name;
  return object && `${object}.${property}`;
}

/** The path of a file of ours; nothing for a package. */
function resolve(from: string, specifier: string): string | undefined {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier);
  return undefined;
}

function packageName(specifier: string): string {
  if (specifier.startsWith("node:") || specifier.startsWith(".")) return specifier;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function isIn(path: string, places: string[]): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`));
}

/** The place of a file: the rule that holds for it, and the folder or file that is its own. */
function placeOf(path: string): { rule: string; name: string } | undefined {
  return Object.keys(MAY_IMPORT)
    .map((rule) => ({ rule, name: rule.replace("*", path.split("/")[2] ?? "*") }))
    .filter(({ name }) => isIn(path, [name]))
    .sort((a, b) => b.name.length - a.name.length)[0];
}

/** Every circle of imports, told once, from its first file on. */
function cycles(sources: Source[]): string[] {
  const targets = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports.flatMap((specifier) => resolve(path, specifier) ?? []),
    ]),
  );
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push(`imports go in a circle: ${[...trail.slice(at), path].join(" → ")}`);
    if (at >= 0 || done.has(path)) return;
    for (const target of targets.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) walk(path, []);
  return found;
}
