import { afterEach, expect, test } from "vitest";
import { eventually } from "../support/patience.ts";
import { Project } from "./project.ts";

let project: Project | undefined;
afterEach(() => project?.close());

const RUN = 'import { run } from "runlet";\nvoid run(() => {});\n';

test("an app that ends without run() is answered with an example", async () => {
  project = new Project({ "app.ts": 'import "runlet";\nexport function main(): void {}\n' });
  const output = await project.fail(["run", "app.ts", "--no-reload"]);
  expect(output).toMatch(
    /^app\.ts did not call run\(\), so nothing is served\. .*\n\n {2}import .*run.* from "runlet";/,
  );
  expect(output).not.toContain("saved");
});

test("with reloading, an app without run() is started again when it calls run()", async () => {
  project = new Project({ "app.ts": "export {};\n" });
  const { output } = project.start(["run", "app.ts", "--port", "0"]);
  await eventually(() => expect(output()).toMatch(/did not call run\(\)[\s\S]*tries again when the file is saved/));
  project.write({ "app.ts": RUN });
  await eventually(() => expect(output()).toContain("Runlet serves http:"));
});

test("an app that goes on without run() is mentioned after a while, and one that calls it late is served", async () => {
  project = new Project({
    "busy.ts": "setInterval(() => {}, 1000);\n",
    "late.ts":
      'import { run } from "runlet";\nawait new Promise((done) => setTimeout(done, 500));\nvoid run(() => {});\n',
    "own.ts":
      'import { createServer } from "node:http";\nimport { createApp } from "runlet/server";\nconst app = createApp(() => {});\ncreateServer(app.listener).listen(0, () => console.log("own server"));\n',
  });
  const [busy, late, own] = ["busy.ts", "late.ts", "own.ts"].map((file) => {
    return project?.start(["run", file, "--no-reload", "--port", "0"]);
  });
  await eventually(() => expect(busy?.output()).toBe("Nothing is served yet: busy.ts has not called run().\n"));
  await eventually(() => expect(late?.output()).toMatch(/^Runlet serves http:\S+\n$/));
  await eventually(() => expect(own?.output()).toBe("own server\n"));
});

test("an app that closes its server by itself ends in silence", async () => {
  project = new Project({
    "app.ts": 'import { run } from "runlet";\nconst app = await run(() => {});\nawait app.close();\n',
  });
  const { ended, output } = project.start(["run", "app.ts", "--no-reload", "--port", "0"]);
  expect(await ended).toBe(0);
  expect(output()).toMatch(/^Runlet serves http:\S+\n$/);
});

test.runIf(process.platform !== "win32").each([
  ["SIGINT", []],
  ["SIGTERM", []],
  ["SIGHUP", []],
  ["SIGINT", ["--no-reload"]],
] as const)("%s from the terminal and from npm ends the app once %j", async (signal, options) => {
  project = new Project({
    "app.ts": `${RUN}process.on("SIGINT", stop).on("SIGTERM", stop);\nfunction stop() {\n  setTimeout(() => { console.log("saved"); process.exit(); }, 300);\n}\n`,
  });
  const { process: command, ended, output } = project.start(["run", "app.ts", "--port", "0", ...options]);
  await eventually(() => expect(output()).toContain("Runlet serves"));
  // A terminal signals the whole group, and npm passes the signal on to the command.
  process.kill(-(command.pid ?? 0), signal);
  await new Promise((done) => setTimeout(done, 50));
  command.kill(signal);
  await ended;
  expect(output()).toMatch(/^Runlet serves http:\S+\nsaved\n$/);
});
