import { Server } from "node:net";
import { EXAMPLE, indent } from "../example.ts";
import { shortPath } from "./source-line.ts";

/** Milliseconds after which an app that still does something, but serves nothing, is mentioned. */
const LATE = 5000;

/** Says what to do if the app ends, or goes on for a while, without having served anything. */
export function watchForRun(file: string, isWatched: boolean): void {
  const name = shortPath(file);
  let hasServed = false;
  const { listen } = Server.prototype;
  // Not only run() serves an app: a server of the app's own can serve the result of createApp().
  Server.prototype.listen = function (this: Server, ...args: never) {
    hasServed = true;
    return Reflect.apply(listen, this, args);
  } as typeof listen;
  const timer = setTimeout(() => {
    if (!hasServed) console.error(`Nothing is served yet: ${name} has not called run().`);
  }, LATE);
  timer.unref();
  process.once("beforeExit", () => {
    if (hasServed) return;
    const next = isWatched ? "\nRunlet tries again when the file is saved." : "";
    console.error(
      `${name} did not call run(), so nothing is served. Pass run() the function that fills the page:\n\n${indent(EXAMPLE)}${next}`,
    );
    process.exitCode = 1;
  });
}
