/** The page: hashed assets for ever, index.html never cached, brotli as made at build time. */
import { existsSync } from "node:fs";
import { join, sep } from "node:path";
import express, { type RequestHandler, Router } from "express";
import { ApiError } from "./errors.ts";

const contentTypes: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** `folder` holds what the build made. A path with a file's ending, or under /assets, is a file or a 404, never the page. */
export function servePage(folder: string): Router {
  const router = Router();
  const assets = join(folder, "assets") + sep;
  router.use(preferBrotli(folder));
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (response, file) => {
        const hashed = file.startsWith(assets);
        response.set("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    }),
  );
  router.get(/^(?!\/(?:api|assets)(?:\/|$))[^.]*$/i, (_request, response) => {
    if (!existsSync(join(folder, "index.html"))) {
      throw new ApiError("not_found", "the page is not built yet: npm start builds it");
    }
    response.set("Cache-Control", "no-cache");
    response.sendFile("index.html", { root: folder, cacheControl: false });
  });
  router.use(() => {
    throw new ApiError("not_found", "there is nothing at this address");
  });
  return router;
}

function preferBrotli(folder: string): RequestHandler {
  return (request, response, next) => {
    const name = /^\/(?:assets\/)?[\w-][\w.-]*(\.(?:js|css|svg))$/.exec(request.path);
    const file = `${request.path}.br`;
    if (name?.[1] === undefined || !existsSync(join(folder, file))) return next();
    response.vary("Accept-Encoding");
    if (request.acceptsEncodings("br") !== "br") return next();
    response.set("Content-Encoding", "br");
    response.set("Content-Type", contentTypes[name[1]] ?? "application/octet-stream");
    request.url = request.url.replace(request.path, file);
    next();
  };
}
