/** The page: hashed assets for ever, index.html never cached, brotli as made at build time. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { type RequestHandler, Router } from "express";
import { ApiError } from "./errors.ts";

const contentTypes: Record<string, string> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** `folder` holds what the build made. A path with a file's ending is a file or a 404, never the page. */
export function servePage(folder: string): Router {
  const router = Router();
  router.use("/assets", preferBrotli(folder));
  router.use(
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (response, file) => {
        const hashed = file.includes("assets");
        response.set("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    }),
  );
  router.get(/^(?!\/api(?:\/|$))[^.]*$/, (_request, response) => {
    response.set("Cache-Control", "no-cache");
    response.sendFile(join(folder, "index.html"));
  });
  router.use(() => {
    throw new ApiError("not_found", "there is nothing at this address");
  });
  return router;
}

function preferBrotli(folder: string): RequestHandler {
  const assets = join(folder, "assets");
  return (request, response, next) => {
    const ending = /\.(?:js|css|svg)$/.exec(request.path)?.[0];
    const wanted = request.acceptsEncodings("br") === "br";
    if (ending === undefined || !wanted || !/^\/[\w.-]+$/.test(request.path)) return next();
    const file = `${request.path}.br`;
    if (!existsSync(join(assets, file))) return next();
    response.set("Content-Encoding", "br");
    response.set("Content-Type", contentTypes[ending] ?? "application/octet-stream");
    response.vary("Accept-Encoding");
    request.url = request.url.replace(request.path, file);
    next();
  };
}
