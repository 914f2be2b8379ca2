// Which Chromium the tests of the page drive, and how it is started. No browser is downloaded: on Linux x64
// one comes from npm (the same pixels everywhere), elsewhere an installed one does.
import { execFileSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

type Launch = { executablePath: string; args: string[]; env: Record<string, string> };

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const ARGS = [
  // Containers and CI machines run as root, where Chromium's sandbox can't.
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  // No attempts to reach its maker: they only fail, slowly, on a closed network.
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

// The package's own settings look for its fonts in /tmp, and a Chromium without any font crashes. Its font comes
// first, so that widths are the same on every machine; the machine's fonts have the scripts that it lacks.
const fontSettings = (cache: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${cache}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>system-ui</family><prefer><family>Open Sans</family></prefer></alias>
</fontconfig>
`;

/** Launch options for Playwright; throws, with what to do about it, where there is no Chromium. */
export function findChromium(): Launch {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  const chosen = process.env.CANDOR_CHROMIUM;
  if (chosen) {
    if (!isExecutable(chosen)) throw new Error(`CANDOR_CHROMIUM is no program: ${chosen}`);
    return { executablePath: chosen, args: ARGS, env };
  }
  if (process.platform === "linux" && process.arch === "x64") {
    const folder = unpacked();
    const libraries = [join(folder, "al2023/lib"), env.LD_LIBRARY_PATH];
    return {
      executablePath: join(folder, "chromium"),
      args: ARGS,
      env: {
        ...env,
        LD_LIBRARY_PATH: libraries.filter(Boolean).join(":"),
        FONTCONFIG_PATH: join(folder, "fonts"),
      },
    };
  }
  const installed = INSTALLED.find(isExecutable);
  if (installed) return { executablePath: installed, args: ARGS, env };
  throw new Error(
    "No Chromium found: install Chrome or Chromium, or set CANDOR_CHROMIUM to the path of one.",
  );
}

/** The folder of the unpacked package: inside node_modules, so that another version unpacks anew. */
function unpacked(): string {
  const root = join(import.meta.dirname, "../..");
  const folder = join(root, "node_modules/.cache/chromium");
  if (existsSync(folder)) return folder;
  // Beside it, then renamed: whoever finds the folder finds it whole.
  const partial = `${folder}-${process.pid}`;
  mkdirSync(partial, { recursive: true });
  execFileSync(process.execPath, [join(import.meta.dirname, "unpack-chromium.ts")], {
    // The package adds the libraries that a bare machine lacks only where it believes to be on Lambda.
    env: { ...process.env, TMPDIR: partial, AWS_LAMBDA_JS_RUNTIME: "nodejs22.x" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(join(partial, "fonts/fonts.conf"), fontSettings(join(folder, "fonts/cache")));
  try {
    renameSync(partial, folder);
  } catch (error) {
    rmSync(partial, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
