import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { pathToFileURL } from "node:url";

/** Milliseconds in which the same signal is the same wish: a terminal and npm both pass on one Ctrl+C. */
const SAME_WISH = 1000;
/** Module that the app's process loads before the app. */
const PRELOAD = new URL("./preload.js", import.meta.url);

/** Starts an app in a process of its own, and ends together with it. With `isWatched`, it restarts when a file is saved. */
export function startApp(path: string, isWatched: boolean, environment: NodeJS.ProcessEnv): void {
  const { resolve } = createRequire(import.meta.url);
  // The command tsx kills an app that does not answer a signal within 60 ms, for example because it is busy. So without
  // reloading, the app is started without that command.
  const tsx = isWatched
    ? [resolve("tsx/cli"), "watch", "--clear-screen=false"]
    : [`--import=${pathToFileURL(resolve("tsx"))}`];
  const env = { ...environment, RUNLET_APP_FILE: path, RUNLET_APP_WATCHED: String(isWatched) };
  const child = spawn(process.execPath, [...tsx, `--import=${PRELOAD}`, path], {
    env,
    stdio: "inherit",
    // In a session of its own, the process gets each signal from here, once. From two sides, tsx takes the second
    // signal for impatience, and kills the app.
    detached: process.platform !== "win32",
  });
  passOnSignals(child);
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 1);
  });
}

function passOnSignals(child: ChildProcess): void {
  let last = Number.NEGATIVE_INFINITY;
  let wishes = 0;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (performance.now() - last < SAME_WISH) return;
      last = performance.now();
      // The terminal was closed. tsx would not end the app on SIGHUP.
      child.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
      // An app that computes without pause notices no signal.
      if (++wishes > 1) setTimeout(() => child.kill("SIGKILL"), SAME_WISH).unref();
    });
  }
}

/** Returns a port that is free now. Each restart of an app uses the same port, so that open tabs can reconnect. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
