/** `express.static` over a folder, as anybody would start it: what cached answers are measured against. */
import type { AddressInfo } from "node:net";
import express from "express";

const [folder = "."] = process.argv.slice(2);
const app = express();
app.use(express.static(folder));
const server = app.listen(0, "127.0.0.1", () => {
  process.stdout.write(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
