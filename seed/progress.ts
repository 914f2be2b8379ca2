/** Progress in one line of a terminal, or a line every tenth where there is none. */
import type { WriteStream } from "node:tty";
import type { Progress } from "./load.ts";

export function printProgress(what: string, out: Pick<WriteStream, "write" | "isTTY">): Progress {
  let lastTenth = 0;
  return (share) => {
    const percent = Math.floor(share * 100);
    if (out.isTTY) {
      out.write(`\r${what}: ${percent} %${share === 1 ? "\n" : ""}`);
      return;
    }
    const tenth = Math.floor(share * 10);
    if (tenth > lastTenth) out.write(`${what}: ${percent} %\n`);
    lastTenth = tenth;
  };
}
