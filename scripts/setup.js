// Installs the packages when the lockfile has changed, and makes sure of the Node among them. Runs before
// anything is installed, on whatever Node the machine has: plain JavaScript, syntax of any age.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(
    `Candor needs Node 20.19 or later to set itself up: this is ${process.versions.node}, please update it.`,
  );
}

const STAMP = "node_modules/.candor-setup";
const wanted = createHash("sha256")
  .update(`${process.platform} ${process.arch}\n`)
  .update(readFileSync("package-lock.json"))
  .digest("hex");

if (stamp() !== wanted) {
  console.error("Installing packages …");
  // Whatever the machine's npm is set to: the page is built here (dev), Node is an optional package, and no
  // package has an install script worth running.
  const flags = [
    "--include=dev",
    "--include=optional",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const cli = process.env.npm_execpath ?? "";
  const [command, ...args] = cli.endsWith("npm-cli.js") ? [process.execPath, cli] : ["npm"];
  const { status } = spawnSync(command, [...args, "ci", ...flags], { stdio: ["ignore", 2, 2] });
  if (status !== 0)
    stop("npm could not install the packages: see its message above, then run this again.");
}

// npm skips an optional package that it can't get without a word, so ask the pinned Node itself.
const { stdout } = spawnSync("node_modules/.bin/node", ["--version"], { encoding: "utf8" });
if (!/^v24\./.test(stdout ?? "")) {
  stop(
    `Candor runs on the Node 24 that npm installs with it, and the one for ${process.platform} ${process.arch} is missing or does not start: ` +
      "remove node_modules and run this again (on Linux it needs glibc).",
  );
}
if (stamp() !== wanted) writeFileSync(STAMP, wanted);

function stamp() {
  try {
    return readFileSync(STAMP, "utf8");
  } catch {
    return "";
  }
}

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}
