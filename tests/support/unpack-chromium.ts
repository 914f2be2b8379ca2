// Unpacks the Chromium that comes from npm into TMPDIR, which it does when asked for its path. A process of its
// own, since the package sets variables for everything that its process starts later.
import chromium from "@sparticuz/chromium";

await chromium.executablePath();
