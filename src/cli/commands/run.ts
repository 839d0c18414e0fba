import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { type CommandDef, defineCommand } from "citty";

const args = {
  file: {
    type: "positional",
    description: "The app: a TypeScript or JavaScript file that calls run()",
    required: true,
  },
  port: { type: "string", description: "TCP port to listen on" },
  host: { type: "string", description: "Address to listen on" },
  web: { type: "boolean", description: "Run as a web server that other machines can reach" },
  reload: { type: "boolean", default: true, description: "Restart the app and reload browsers when a file is saved" },
} as const;

/** The command `runlet run app.ts`, which serves an app without a build step. */
export const run: CommandDef<typeof args> = defineCommand({
  meta: { name: "run", description: "Serve an app, and restart it when a file is saved" },
  args,
  async run({ args: { file, port, host, web, reload } }) {
    const path = resolve(file);
    if (!existsSync(path)) {
      console.error(`There is no file ${path}.`);
      process.exitCode = 1;
      return;
    }
    const environment = {
      ...process.env,
      RUNLET_DEVELOPMENT: process.env.RUNLET_DEVELOPMENT ?? "true",
      ...(web === true && { RUNLET_FORCE_WEB_SERVER: "true" }),
      ...(host !== undefined && { RUNLET_SERVER_IP: host }),
      ...(port !== undefined && { RUNLET_SERVER_PORT: port }),
      RUNLET_FREE_PORT: String(await freePort()),
    };
    const tsx = createRequire(import.meta.url).resolve("tsx/cli");
    const watch = reload ? ["watch", "--clear-screen=false"] : [];
    const child = spawn(process.execPath, [tsx, ...watch, path], { env: environment, stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
    child.on("exit", (code) => {
      process.exitCode = code ?? 1;
    });
  },
});

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
