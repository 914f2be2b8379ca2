// Writes one batch after the other while the log is copied beside it, and says of each that it is kept. To be killed.
import { openForWriting } from "../../server/store/sqlite/open.ts";
import { upkeepOf } from "../../server/store/sqlite/upkeep.ts";
import { LogCopier } from "../../server/writer/log-copier.ts";

const [file = ""] = process.argv.slice(2);
/** Each on a page of its own. */
const THINGS = 500;
/** The next one begins as soon as one is done. */
const LIMITS = { beginAt: 100, least: 10, waitAt: 5000 };

const db = openForWriting(file);
db.exec("CREATE TABLE IF NOT EXISTS thing (id INTEGER PRIMARY KEY, batch INTEGER, body BLOB)");
const { logPages } = upkeepOf(db);
const copier = new LogCopier({ logPages }, file, LIMITS);
const put = db.prepare<[number, number]>(
  "INSERT OR REPLACE INTO thing VALUES (?, ?, randomblob(3500))",
);
const last = db.prepare<[], number | null>("SELECT max(batch) FROM thing").pluck();

function write(batch: number): void {
  db.transaction(() => {
    for (let id = 0; id < THINGS; id += 1) put.run(id, batch);
  }).immediate();
  copier.written();
  process.stdout.write(`${batch} kept, ${logPages().copied > 0 ? "some copied" : "none"}\n`);
  setImmediate(write, batch + 1);
}
write((last.get() ?? 0) + 1);
