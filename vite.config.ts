import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

export default defineConfig({
  root: "client",
  plugins: [react(), assignment(), precompress()],
  build: {
    outDir: "../dist/client",
    emptyOutDir: true,
    sourcemap: false,
    // Nothing inline: the page's content security policy allows neither scripts nor data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Compressing takes longer than the rest of the build, and may.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: {
    // To the server of `npm run dev:server`, at its usual port. The Host stays the page's own: a write whose
    // Origin is another host than it asks is refused.
    proxy: {
      "/api/v1": { target: `http://127.0.0.1:${process.env.PORT ?? 3000}`, changeOrigin: false },
    },
  },
});

/** What assigns people to variants, as a file of its own for a company's own pages: `/assignment.js`. */
function assignment(): Plugin {
  return {
    name: "assignment",
    apply: "build",
    buildStart() {
      this.emitFile({
        type: "chunk",
        id: join(import.meta.dirname, "shared/assignment.ts"),
        fileName: "assignment.js",
        preserveSignature: "strict",
      });
    },
  };
}

/** Compresses once at build time what the server would compress at every request: beside each file its .br and .gz. */
function precompress(): Plugin {
  return {
    name: "precompress",
    apply: "build",
    async writeBundle({ dir = "" }) {
      const files = await readdir(dir, { recursive: true });
      const texts = files.filter((name) => /\.(js|css|html|svg|json)$/.test(name));
      await Promise.all(
        texts.map(async (name) => {
          const path = join(dir, name);
          const content = await readFile(path);
          await writeFile(`${path}.br`, await promisify(brotliCompress)(content));
          await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
        }),
      );
    },
  };
}
