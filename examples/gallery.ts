// All examples on one page, each running beside its source: what `npm start` serves.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { type App, createApp, mainOf } from "runlet/server";
import { galleryHtml, galleryStyles } from "./gallery/page.ts";

export interface Example {
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly source: string;
  /** Pixels that its frame is high. */
  readonly height: number;
}

const examples: readonly Example[] = [
  example("countdown", "Countdown", "A class with build() and didMount(), twice. Each tick sends one operation.", 120),
  example("countdown-stream", "Countdown, as a stream", "The same from an RxJS timer: no class, no hook.", 120),
  example("counter", "Counter", "Two buttons and a number. A click is one small message each way.", 240),
  example("todo", "To do", "Add, edit, filter, remove and reorder. Rows keep their state as they move.", 480),
];

const apps = new Map<string, App>();
for (const { name, title } of examples) {
  const main = await mainOf(() => import(`./${name}.ts`));
  apps.set(name, createApp(main, { webAppPath: `/${name}`, name: title }));
}

const [first] = apps.values();
if (first === undefined) throw new Error("There are no examples.");
const { host, port } = first.options;

const server = createServer((request, response) => {
  const path = request.url?.split("?")[0] ?? "/";
  const app = appAt(path);
  if (app !== undefined) return app.listener(request, response);
  const page = path === "/" ? galleryHtml(examples) : path === "/gallery.css" ? galleryStyles : undefined;
  response.writeHead(page === undefined ? 404 : 200, {
    "content-type": `text/${path === "/gallery.css" ? "css" : "html"}; charset=utf-8`,
    "content-security-policy":
      "default-src 'none'; style-src 'self'; frame-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
  });
  response.end(page ?? "There is nothing here.");
});
server.on("upgrade", (request, socket, head) => {
  const app = appAt(request.url ?? "/");
  if (app === undefined) socket.destroy();
  else app.handleUpgrade(request, socket, head);
});
server.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EADDRINUSE") throw error;
  console.error(`Port ${port} is in use. Choose another: RUNLET_SERVER_PORT=8001 npm start`);
  process.exitCode = 1;
});
server.listen(port, host, () => {
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  console.log(`Runlet's examples: http://${host === "0.0.0.0" ? "localhost" : host}:${actual}/`);
});

function example(name: string, title: string, says: string, height: number): Example {
  return { name, title, says, height, source: readFileSync(new URL(`./${name}.ts`, import.meta.url), "utf8") };
}

function appAt(path: string) {
  return apps.get(path.split("/")[1] ?? "");
}
