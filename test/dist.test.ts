import { execFileSync, spawn } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import pkg from "../package.json" with { type: "json" };
import { eventually } from "./support/patience.ts";

/** The packed package, as users get it, in an empty project from which nothing of this repository can be reached. */
let project: string;
/** Path of another version of Node, such as the current LTS. */
const NODE = process.env.RUNLET_NODE ?? process.execPath;

const COUNTDOWN = `
import { Control, Text } from "runlet";

export class Countdown extends Control {
  #seconds;
  #text = new Text();
  constructor(seconds) { super(); this.#seconds = seconds; }
  build() { this.#show(); return this.#text; }
  didMount() { this.runTask(() => this.#tick()); }
  async #tick() {
    while (this.#seconds > 0) { await this.sleep(1000); this.#seconds--; this.#show(); }
  }
  #show() {
    const part = (n) => String(n).padStart(2, "0");
    this.#text.value = part(Math.floor(this.#seconds / 60)) + ":" + part(this.#seconds % 60);
  }
}
`;

const HEADLESS = `
import assert from "node:assert/strict";
import { Control, RunletError } from "runlet";
import { createApp } from "runlet/server";
import { mount } from "runlet/testing";
import { memoryTransport } from "runlet/transport";
import { Countdown } from "./countdown.mjs";

const harness = mount((page) => page.add(new Countdown(120), new Countdown(60)));
harness.getByText("02:00");
harness.getByText("01:00");
harness.takeOperations();
await harness.advance(1000);
assert.deepEqual(harness.takeOperations().map(({ op, value }) => [op, value]), [["replace", "01:59"], ["replace", "00:59"]]);
await harness.advance(120_000);
assert.equal(harness.getAllByText("00:00").length, 2);
await harness.unmount();
assert.deepEqual(harness.leaks(), { controls: 0, subscriptions: 0, tasks: 0, timers: 0 });

// There is one copy of Control and RunletError, whichever entry point they are imported from.
const app = createApp(() => {});
const { page } = app.connect(memoryTransport().server);
assert.ok(page instanceof Control);
assert.throws(() => page.removeAt(5), RunletError);
await app.close();
console.log("headless: ok");
`;

const SERVED = `
import assert from "node:assert/strict";
import { run } from "runlet";
import { Countdown } from "./countdown.mjs";

const app = await run((page) => page.add(new Countdown(120)), { port: 0, forceWebServer: false });
const html = await (await fetch(app.url)).text();
const script = /<script type="module" src="([^"]+)"/.exec(html)?.[1];
assert.ok(script, html);
const response = await fetch(new URL(script, app.url));
assert.equal(response.status, 200);
assert.match(response.headers.get("content-type"), /javascript/);
assert.ok((await response.text()).length > 1000);
const style = new URL(/<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1], app.url);
const [font] = /[^"(]+\\.woff2/.exec(await (await fetch(style)).text()) ?? [];
const file = await fetch(new URL(font, style));
assert.equal(file.headers.get("content-type"), "font/woff2");
await app.close();
console.log("served: ok");
`;

const CONSUMER = `
import { Control, type ControlEvent, type Page, run, state, Text } from "runlet";
import { connect, type ClientConnection } from "runlet/client";
import { type App, createApp } from "runlet/server";
import { mount } from "runlet/testing";
import { memoryTransport, type Transport } from "runlet/transport";

class Greeting extends Control {
  override build(): Text {
    const name = state("world");
    return new Text({ value: name, size: 20, onTap: (event: ControlEvent<Text, void>) => event.control.update() });
  }
}
export const main = (page: Page): void => page.add(new Greeting());
export const app: App = createApp(main);
export const transport: Transport = memoryTransport().server;
export const show = (root: Element): ClientConnection => connect({ url: "ws://localhost/ws" }, root);
mount(main).getByText("world") satisfies Control;
if (process.argv.includes("--serve")) await run(main);

// @ts-expect-error: a value of a wrong type
new Text({ size: "large" });
// @ts-expect-error: a property that does not exist
new Text({ colour: "red" });
`;

beforeAll(() => {
  if (!existsSync("dist/index.js"))
    throw new Error('There is no dist folder. Run "npm run build", or all tests by "npm test".');
  project = mkdtempSync(join(tmpdir(), "runlet-dist-"));
  npm(resolve("."), "pack", "--ignore-scripts", "--silent", "--pack-destination", project);
  const [tarball = ""] = readdirSync(project).filter((name) => name.endsWith(".tgz"));
  write("package.json", JSON.stringify({ name: "consumer", private: true, type: "module" }));
  const types = `@types/node@${pkg.devDependencies["@types/node"]}`;
  npm(project, "install", "--prefer-offline", "--no-audit", "--no-fund", "--logs-max=0", `./${tarball}`, types);
  write("countdown.mjs", COUNTDOWN);
});

afterAll(() => {
  if (project !== undefined) rmSync(project, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  writeFileSync(join(project, name), text);
}

function npm(cwd: string, ...args: string[]): void {
  execFileSync("npm", args, { cwd, stdio: ["ignore", "ignore", "pipe"], shell: process.platform === "win32" });
}

function node(...args: string[]): string {
  const { NODE_OPTIONS: _, ...env } = process.env;
  return execFileSync(NODE, args, { cwd: project, encoding: "utf8", env });
}

test("the package contains the build output, the manual and the examples, and no sources, tests or scripts", () => {
  const files = readdirSync(join(project, "node_modules/runlet"), { recursive: true, encoding: "utf8" });
  expect(files).toEqual(expect.arrayContaining(["LICENSE", "README.md", "CHANGELOG.md", join("dist", "index.js")]));
  const outside = files.filter(
    (name) => !/^(dist|docs|examples|LICENSE|README\.md|CHANGELOG\.md|package\.json)/.test(name),
  );
  expect(outside).toEqual([]);
});

test("the countdown runs from the built package, without a browser or real time", () => {
  write("headless.mjs", HEADLESS);
  expect(node("headless.mjs")).toContain("headless: ok");
});

test("the countdown is served, and its page loads the built client", () => {
  write("served.mjs", SERVED);
  expect(node("served.mjs")).toContain("served: ok");
});

test("`runlet run` serves the countdown from a CommonJS project, as `npm init` makes it", async () => {
  mkdirSync(join(project, "commonjs"), { recursive: true });
  write("commonjs/package.json", JSON.stringify({ type: "commonjs" }));
  copyFileSync("examples/countdown.ts", join(project, "commonjs/countdown.ts"));
  expect(await firstUpdate("commonjs/countdown.ts")).toContain('"value":"02:00"');
});

/** Serves an app by `runlet run`, connects a client, and returns what the client received with the first update. */
async function firstUpdate(app: string): Promise<string> {
  const cli = join(project, "node_modules/runlet/dist/cli.js");
  const child = spawn(NODE, [cli, "run", app, "--port", "0", "--no-reload"], { cwd: project });
  try {
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => output.push(String(data)));
    await eventually(() => expect(output.join("")).toContain("Runlet serves"));
    const url = /http:\S+/.exec(output.join(""))?.[0] ?? "";
    const socket = new WebSocket(new URL("ws", url.replace("http", "ws")), { origin: new URL(url).origin });
    const received: string[] = [];
    socket.on("message", (data) => received.push(String(data)));
    socket.on("open", () => socket.send('{"type":"hello","protocol":2}'));
    await eventually(() => expect(received.join("")).toContain('"type":"update"'));
    socket.close();
    return received.join("");
  } finally {
    child.kill();
  }
}

test("each step of Getting started compiles and is served in an empty folder, and its test passes", async () => {
  const folder = "getting-started";
  const page = readFileSync("docs/start/getting-started.md", "utf8");
  const [, tsconfig = ""] = /^```json\n(.*?)^```$/ms.exec(page) ?? [];
  const steps = [...page.matchAll(/^```ts\n\/\/ ([\w.-]+)\n(.*?)^```$/gms)].map(([, name = "", code = ""]) => ({
    name,
    code,
  }));
  mkdirSync(join(project, folder), { recursive: true });
  write(`${folder}/package.json`, JSON.stringify({ type: "module" }));
  write(`${folder}/tsconfig.json`, tsconfig);
  // A link, because an installation of all of vitest would need the network. Its own packages are found from its real path.
  symlinkSync(resolve("node_modules/vitest"), join(project, "node_modules/vitest"), "junction");
  const served: string[] = [];
  for (const { name, code } of steps) {
    write(`${folder}/${name}`, code);
    expect(run(resolve("node_modules/typescript/bin/tsc"), "-p", folder), name).toBe("");
    if (name === "app.ts") served.push(await firstUpdate(`${folder}/app.ts`));
  }
  expect(served.length).toBeGreaterThan(1);
  for (const update of served) expect(update).toContain('"$type":"Page"');
  const { NODE_OPTIONS: _, VITEST: __, ...env } = process.env;
  const vitest = [resolve("node_modules/vitest/vitest.mjs"), "run", "--root", join(project, folder)];
  const report = execFileSync(NODE, vitest, { cwd: join(project, folder), encoding: "utf8", env });
  expect(report).toMatch(/Tests .*[1-9]\d* passed/);
});

test("the client is a library for browsers, which needs nothing of Node", async () => {
  write(
    "browser.mjs",
    `import { connect } from "runlet/client"; connect({ url: "ws://localhost/ws" }, document.body);`,
  );
  const entryPoints = [join(project, "browser.mjs")];
  const { warnings, outputFiles } = await build({
    entryPoints,
    bundle: true,
    platform: "browser",
    format: "esm",
    write: false,
  });
  expect(warnings).toEqual([]);
  expect(outputFiles[0]?.text).toContain("adoptedStyleSheets");
});

test("the command line runs by its name", () => {
  const runlet = execFileSync("npx", ["--no-install", "runlet", "--help"], {
    cwd: project,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  expect(runlet).toContain("run");
});

test.each(["nodenext", "bundler"])(
  "a project compiles against the declarations with module resolution %s and library checks",
  (moduleResolution) => {
    write("consumer.ts", CONSUMER);
    const compilerOptions = {
      target: "es2023",
      lib: ["es2023", "dom", "dom.iterable", "esnext.disposable"],
      module: moduleResolution === "bundler" ? "esnext" : moduleResolution,
      moduleResolution,
      types: ["node"],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
    };
    write("tsconfig.json", JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
    expect(run(resolve("node_modules/typescript/bin/tsc"), "-p", "tsconfig.json")).toBe("");
  },
);

/** Returns the output of a program, even if it failed. */
function run(...args: string[]): string {
  try {
    return node(...args);
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
