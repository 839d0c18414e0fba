import { Hono } from "hono";
import { type ClientFile, clientFiles } from "./client-files.ts";
import { readClientModules } from "./client-modules.ts";
import { icon, pageHtml, securityHeaders } from "./html.ts";
import { iconDrawing } from "./icons.ts";
import type { ResolvedOptions } from "./options.ts";

/**
 * Returns the routes of the app: the client's files, and the HTML page at every other path, because the app does its
 * own routing.
 */
export function routes({ webAppPath: path, webSocketEndpoint, name, clientModules }: ResolvedOptions): Hono {
  const web = new Hono();
  const modules = readClientModules(clientModules);
  const file = (name: string) => `${path}runlet/${name}`;
  // The app's own modules must import the client that is already running, or they would register with a second
  // registry.
  const importMap = () =>
    modules.size === 0 ? undefined : JSON.stringify({ imports: { "runlet/client": file(clientFiles().entry) } });
  const html = () => {
    const { entry, preload, style } = clientFiles();
    return pageHtml({
      title: name,
      script: file(entry),
      preload: preload.map(file),
      style: file(style),
      socket: join(path, webSocketEndpoint),
      icon: file("icon.svg"),
      modules: [...modules.keys()].map((name) => file(`modules/${name}`)),
      importMap: importMap(),
    });
  };
  web.use(async (context, next) => {
    await next();
    for (const [header, value] of Object.entries(securityHeaders(importMap()))) context.header(header, value);
  });
  web.get(`${path}runlet/icon.svg`, (context) =>
    context.body(icon, 200, { "content-type": "image/svg+xml", "cache-control": "max-age=3600" }),
  );
  web.get(`${path}runlet/icons/:file`, async (context) => {
    const [, name = ""] = /^(.*)\.json$/.exec(context.req.param("file")) ?? [];
    const drawing = await iconDrawing(name);
    if (drawing === undefined) return context.notFound();
    return context.json(drawing, 200, { "cache-control": "public, max-age=31536000, immutable" });
  });
  web.get(`${path}runlet/modules/:file`, (context) => {
    const module = modules.get(context.req.param("file"));
    return module === undefined ? context.notFound() : fileResponse(module, context.req.header("accept-encoding"));
  });
  web.get(`${path}runlet/:file`, (context) => {
    const file = clientFiles().files.get(context.req.param("file"));
    if (file === undefined) return context.notFound();
    return fileResponse(file, context.req.header("accept-encoding"));
  });
  if (path !== "/") web.get(path.slice(0, -1), (context) => context.redirect(path, 308));
  web.get(`${path}*`, (context) => {
    const accepts = context.req.header("accept") ?? "text/html";
    if (!accepts.includes("text/html") && !accepts.includes("*/*")) return context.notFound();
    return context.html(html(), 200, { "cache-control": "no-cache" });
  });
  return web;
}

function fileResponse(file: ClientFile, encodings = ""): Response {
  const headers = {
    "content-type": file.type,
    "cache-control": "public, max-age=31536000, immutable",
    vary: "accept-encoding",
  };
  return file.gzipped && /\bgzip\b/.test(encodings)
    ? new Response(file.gzipped, { headers: { ...headers, "content-encoding": "gzip" } })
    : new Response(file.body, { headers });
}

/** Joins the app's path, which ends with a slash, and an endpoint, which begins with one. */
export function join(path: string, endpoint: string): string {
  return path + endpoint.slice(1);
}
