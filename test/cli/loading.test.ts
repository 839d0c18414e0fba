import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { eventually } from "../support/patience.ts";
import { Project } from "./project.ts";

let project: Project | undefined;
afterEach(() => project?.close());

/** Runs an app that fails while it is loaded, and returns what is printed. */
async function load(files: { readonly [name: string]: string }, kind?: "module" | "commonjs"): Promise<string> {
  await project?.close();
  project = new Project(files, kind);
  const [app = ""] = Object.keys(files);
  return project.fail(["run", app, "--no-reload", "--port", "0"]);
}

test("a syntax error of TypeScript is shown by place, code and caret", async () => {
  const output = await load({ "app.ts": 'import "./text.ts";\n', "text.ts": "const a = 1;\n  const b = [1, 2;\n" });
  expect(output).toBe('text.ts:2:18: Expected "]" but found ";"\n  const b = [1, 2;\n                 ^');
});

test("a syntax error of JavaScript is shown by place, code and caret", async () => {
  const output = await load({ "app.js": 'import { run } from "runlet";\nrun(((page) => {)\n' });
  expect(output).toBe("app.js:2:17: Unexpected token ')'\n  run(((page) => {)\n                  ^");
});

test.each(["module", "commonjs"] as const)(
  "a name of another framework is answered with Runlet's name, in a %s",
  async (kind) => {
    const code = 'import { Text, Component } from "runlet";\nexport class Meter extends Component {}\n';
    expect(await load({ "app.ts": code }, kind)).toBe(
      [
        'app.ts:1:16: "runlet" does not export Component. Own controls extend Control.',
        '  import { Text, Component } from "runlet";',
        "                 ^",
      ].join("\n"),
    );
  },
);

test("wrong imports are reported together, each with the right name or the right entry", async () => {
  const output = await load({
    "app.ts": [
      'import * as ui from "runlet";',
      "import {",
      "  spec, In,",
      "  Buton,",
      "  Observable,",
      "  Frobnicator, CupertinoSlider",
      '} from "runlet";',
      'import { mount } from "runlet/server";',
      "export const used: unknown[] = [spec, Buton, Observable, mount, Frobnicator, CupertinoSlider, ui.Text, ui.TextFeild, ui.TextFeild];",
    ].join("\n"),
  });
  expect(output.split("\n").filter((line) => /^\S/.test(line))).toEqual([
    'app.ts:3:3: "runlet" does not export spec. Import it from "runlet/spec": import { spec } from "runlet/spec"',
    'app.ts:3:9: "runlet" does not export In. Import it from "runlet/spec": import { type In } from "runlet/spec"',
    'app.ts:4:3: "runlet" does not export Buton. Did you mean Button?',
    'app.ts:5:3: "runlet" does not export Observable. Import it from "rxjs".',
    'app.ts:6:3: "runlet" does not export Frobnicator.',
    'app.ts:6:16: "runlet" does not export CupertinoSlider. There is one control for all platforms: Slider.',
    'app.ts:8:10: "runlet/server" does not export mount. Import it from "runlet/testing": import { mount } from "runlet/testing"',
    'app.ts:9:107: "runlet" does not export TextFeild. Did you mean TextField?',
  ]);
});

test("an error that has nothing to do with a wrong import is shown itself", async () => {
  const code = 'import { Component } from "runlet";\nexport const unused: unknown = Component;\nnull!.x;\n';
  expect(await load({ "app.ts": code }, "commonjs")).toMatch(
    /^app\.ts:3:\d+: TypeError: Cannot read properties of null/,
  );
});

test("a type that is imported as a value is named a type", async () => {
  const output = await load({
    "app.ts":
      'import { run, type Theme, PageProps } from "runlet";\nvoid run;\nexport type Mine = [Theme, PageProps];\n',
    "tsconfig.json": '{ "compilerOptions": { "verbatimModuleSyntax": true } }',
  });
  expect(output).toMatch(
    /^app\.ts:1:27: PageProps is a type\. Import it as one: import { type PageProps } from "runlet"\n/,
  );
  expect(output.split("\n")).toHaveLength(3);
});

test("no name that an entry exports is reported", async () => {
  const lists = readFileSync("test/public-names.txt", "utf8").split(/\n(?=runlet)/);
  // The client is made for browsers, and cannot be loaded here.
  const imports = lists
    .filter((list) => !list.startsWith("runlet/client"))
    .map((list, at) => {
      const [entry, ...names] = list.trim().split(/\n\s*/);
      const items = names.map((name) => (name.startsWith("type ") ? name : `${name} as ${name}${at}`));
      return `import { ${items.join(", ")} } from "${entry}";`;
    });
  expect(imports.length).toBeGreaterThan(3);
  const output = await load({ "app.ts": `${imports.join("\n")}\nimport { Nothing } from "runlet";\nvoid Nothing;\n` });
  expect(output.split("\n")[0]).toMatch(/^app\.ts:\d+:10: "runlet" does not export Nothing\./);
  expect(output.split("\n")).toHaveLength(3);
});

test("an error is shown by its place in the app's files, without frames of Node and of packages", async () => {
  const output = await load({
    "app.ts": 'import { open } from "./open.ts";\n\nopen("shop");\n',
    "open.ts":
      'export function open(name: string): void {\n  throw new Error("No database: " + name, { cause: "offline" });\n}\n',
  });
  expect(output).toBe(
    [
      "open.ts:2:9: Error: No database: shop",
      '  throw new Error("No database: " + name, { cause: "offline" });',
      "        ^",
      "    at app.ts:3:1",
      "  Cause: 'offline'",
    ].join("\n"),
  );
});

test("an error of a property is shown by the line that sets it", async () => {
  const output = await load({
    "app.ts": 'import { Text } from "runlet";\nexport const title = new Text({ value: 5 as never });\n',
  });
  expect(output).toMatch(/^app\.ts:2:22: wrong-type: [^\n]*value[^\n]*\n {2}export const title = /);
  expect(output).not.toMatch(/node:|dist|node_modules/);
});

test("imports of files and packages that do not exist are named", async () => {
  expect(await load({ "app.ts": 'import { a } from "./parts/a.ts";\nvoid a;\n' })).toBe(
    "app.ts imports parts/a.ts, which does not exist. Check the path and its ending.",
  );
  expect(await load({ "app.ts": 'import a from "lodahs";\nvoid a;\n' })).toBe(
    'app.ts imports the package "lodahs", which does not exist. Install it: npm install lodahs',
  );
  expect(await load({ "app.ts": 'import a from "lodahs";\nvoid a;\n' }, "commonjs")).toBe(
    'app.ts imports the package "lodahs", which does not exist. Install it: npm install lodahs',
  );
});

test("wrong options of run() are listed", async () => {
  const output = await load({
    "app.ts": 'import { run } from "runlet";\nvoid run(() => {}, { maxBlock: -1, nmae: "x" } as never);\n',
  });
  expect(output).toMatch(/^app\.ts: bad-option: 2 options are wrong:\n- maxBlock must be .*\n- nmae is not an option/);
});

test("a promise that nothing handles is shown by its place, or by its reason", async () => {
  const withError = 'const fail = async () => {\n  throw new Error("late");\n};\nsetTimeout(() => void fail(), 10);\n';
  expect(await load({ "app.ts": withError })).toMatch(/^app\.ts:2:9: Error: late\n/);
  expect(await load({ "app.ts": 'setTimeout(() => void Promise.reject("no"), 10);\n' })).toBe(
    'A promise was rejected with the reason "no", and nothing handles it. Await the promise in a try block. An Error as the reason would name its place.',
  );
});

test("an app that handles uncaught errors itself is left alone", async () => {
  project = new Project({
    "app.ts":
      'process.on("uncaughtException", () => console.log("handled"));\nsetTimeout(() => { throw new Error("x"); }, 10);\nsetTimeout(() => process.exit(7), 50);\n',
  });
  const { ended, output } = project.start(["run", "app.ts", "--no-reload"]);
  expect(await ended).toBe(7);
  expect(output()).toBe("handled\n");
});

test("a port that is in use, and an address of another machine, are said with an example", async () => {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  project = new Project({ "app.ts": 'import { run } from "runlet";\nvoid run(() => {});\n' });
  try {
    expect(await project.fail(["run", "app.ts", "--no-reload", "--port", String(port)])).toMatch(
      new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is in use\\..* Example: npx runlet run app\\.ts --port \\d+$`),
    );
  } finally {
    server.close();
  }
  for (const host of ["192.0.2.1", "nowhere.invalid"]) {
    expect(await project.fail(["run", "app.ts", "--no-reload", "--host", host])).toBe(
      `${host} is no address of this machine. Set another one: --host 127.0.0.1`,
    );
  }
});

test("an address that the app itself looks up is not taken for the address to listen on", async () => {
  const code =
    'throw Object.assign(new Error("getaddrinfo ENOTFOUND db.example"), { code: "ENOTFOUND", syscall: "getaddrinfo", hostname: "db.example" });\n';
  expect(await load({ "app.ts": code })).toMatch(/^app\.ts:1:\d+: Error: getaddrinfo ENOTFOUND db\.example\n/);
});

test("with reloading, an error is shown, and the app starts when it is corrected", async () => {
  project = new Project({
    "app.ts": 'import { run, Component } from "runlet";\nvoid run(() => void Component);\n',
  });
  const { output } = project.start(["run", "app.ts", "--port", "0"]);
  await eventually(() => expect(output()).toContain('app.ts:1:15: "runlet" does not export Component'));
  project.write({ "app.ts": 'import { run } from "runlet";\nvoid run(() => {});\n' });
  await eventually(() => expect(output()).toContain("Runlet serves http:"));
});

test("an app that is served goes on after an error in a timer, which is logged", async () => {
  project = new Project({
    "app.ts":
      'import { run } from "runlet";\nawait run(() => {});\nsetTimeout(() => { throw new Error("late"); }, 1);\nsetTimeout(() => process.exit(7), 100);\n',
  });
  const { ended, output } = project.start(["run", "app.ts", "--no-reload"]);
  expect([await ended, output()]).toEqual([7, expect.stringContaining("callback: Error: late")]);
});
