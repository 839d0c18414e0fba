// The gallery that `npm start` serves: a live page for every control, and all examples.
import { createServer } from "node:http";
import { type App, createApp, mainOf } from "runlet/server";
import { type Example, galleryApp } from "./gallery/app.ts";
import { loadSamples } from "./gallery/sample.ts";

const examples: readonly Example[] = [
  {
    name: "countdown",
    title: "Countdown",
    says: "A class with build() and didMount(), twice. Each tick sends one operation.",
  },
  {
    name: "countdown-stream",
    title: "Countdown, as a stream",
    says: "The same with an RxJS timer: no class, no hook.",
  },
  { name: "counter", title: "Counter", says: "Two buttons and a number. A click is one small message each way." },
  { name: "todo", title: "To do", says: "Add, edit, filter, remove and reorder. Rows keep their state as they move." },
  { name: "calculator", title: "Calculator", says: "A calculator as on a phone. Use its keys or your keyboard." },
  { name: "seven-guis", title: "7GUIs", says: "Seven tasks that are used to compare UI frameworks." },
  { name: "icons", title: "Icons", says: "More than 8,000 icons, searched as you type." },
  { name: "palette", title: "Palette", says: "One seed generates all colors, light and dark. Each can be replaced." },
  { name: "dashboard", title: "Dashboard", says: "1,000 live cells, of which 100 change ten times a second." },
];

const samples = await loadSamples();
const types = new Set(samples.map(({ kind }) => kind.spec.type));
const gallery = createApp(galleryApp(samples, examples), { name: "Runlet" });
const apps = new Map<string, App>();
for (const { name, title } of examples) {
  const main = await mainOf(() => import(`./${name}.ts`));
  apps.set(`/${name}`, createApp(main, { webAppPath: `/${name}`, name: title }));
}

/**
 * Returns the app at a path. The page of a control is a gallery that starts with that control; it is hosted on first
 * request.
 */
function appAt(url: string): App {
  const [, first = "", second = ""] = url.split(/[/?]/);
  if (first !== "controls" || !types.has(second)) return apps.get(`/${first}`) ?? gallery;
  const path = `/controls/${second}`;
  const app = apps.get(path) ?? createApp(galleryApp(samples, examples, second), { webAppPath: path, name: second });
  apps.set(path, app);
  return app;
}

const { host, port } = gallery.options;
const server = createServer((request, response) => appAt(request.url ?? "/").listener(request, response));
server.on("upgrade", (request, socket, head) => appAt(request.url ?? "/").handleUpgrade(request, socket, head));
server.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EADDRINUSE") throw error;
  console.error(`Port ${port} is in use. Set another one: RUNLET_SERVER_PORT=8001 npm start`);
  process.exitCode = 1;
});
server.listen(port, host, () => {
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  console.log(`Runlet's gallery: http://${host === "0.0.0.0" ? "localhost" : host}:${actual}/`);
});
