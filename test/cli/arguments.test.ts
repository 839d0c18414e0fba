import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "../support/patience.ts";
import { Project } from "./project.ts";

let project: Project;
beforeAll(() => {
  project = new Project({
    "app.ts": "",
    "notes.txt": "",
    "folder/main.ts": "",
    "folder/other.ts": "",
    "empty/a.md": "",
  });
});
afterAll(() => project.close());

test.each([
  ["appp.ts", "There is no file <folder>/appp.ts. Did you mean app.ts? npx runlet run app.ts"],
  ["app.js", "There is no file <folder>/app.js. Did you mean app.ts? npx runlet run app.ts"],
  ["app", "There is no file <folder>/app. Did you mean app.ts? npx runlet run app.ts"],
  ["folder/mian.ts", "There is no file <folder>/folder/mian.ts. Did you mean main.ts? npx runlet run folder/main.ts"],
  ["folder/somewhere.ts", "There is no file <folder>/folder/somewhere.ts. The folder contains main.ts, other.ts."],
  ["none/app.ts", "There is no file <folder>/none/app.ts: the folder <folder>/none does not exist."],
  [
    "folder",
    "folder is a folder, and an app is one file. It contains main.ts, other.ts. Name the file: npx runlet run folder/main.ts",
  ],
  ["empty", "empty is a folder, and an app is one file. It contains none. Name the file: npx runlet run empty/app.ts"],
  [
    "notes.txt",
    "notes.txt is no TypeScript or JavaScript file. The app is a file such as app.ts that calls run(): npx runlet run app.ts",
  ],
])("runlet run %s says what is wrong with the file", async (file, message) => {
  expect((await project.fail(["run", file])).replaceAll(project.folder, "<folder>")).toBe(message);
});

test.each([
  [["run"], "The app's file is missing. Name it: npx runlet run app.ts"],
  [["run", "app.ts", "folder/main.ts"], "Only one file can be served, not app.ts and folder/main.ts."],
  [["run", "app.ts", "--prot", "80"], "There is no option --prot. Did you mean --port?"],
  [["run", "app.ts", "--verbose"], "There is no option --verbose. The options are --port, --host, --web, --reload."],
  [["run", "app.ts", "--port"], "The option --port needs a value, such as --port 8080."],
  [
    ["run", "app.ts", "--port", "many"],
    'One option is wrong:\n- --port must be a whole number, not "many". Example: --port 8080',
  ],
  [["run", "ap.ts", "--prot=80"], /There is no option --prot[\s\S]*There is no file .*Did you mean app\.ts/],
])("runlet %j says what is wrong with the options", async (args, message) => {
  const output = await project.fail(args);
  if (typeof message === "string") expect(output).toBe(message);
  else expect(output).toMatch(message);
});

test("a wrong environment variable is named as such", async () => {
  const output = await project.fail(["run", "app.ts", "--port", "x"], { RUNLET_SESSION_TIMEOUT: "long" });
  expect(output).toBe(
    '2 options are wrong:\n- --port must be a whole number, not "x". Example: --port 8080\n- RUNLET_SESSION_TIMEOUT must be a number, not "long".',
  );
});

test.each([
  [[], "The command is missing. To serve an app:\n\n  npx runlet run app.ts"],
  [["app.ts"], "To serve app.ts, name the command, too:\n\n  npx runlet run app.ts"],
  [["app.ts", "--port", "80"], "To serve app.ts, name the command, too:\n\n  npx runlet run app.ts --port 80"],
  [["folder"], "To serve folder, name the command, too:\n\n  npx runlet run folder"],
  [["dev", "app.ts"], 'Runlet has no command "dev". To serve an app:\n\n  npx runlet run app.ts'],
])("runlet %j says how to serve an app", async (args, message) => {
  expect(await project.fail(args)).toContain(message);
});

test("runlet create shows an app that can be served as it is", async () => {
  const advice = await project.fail(["create", "shop"]);
  expect(advice).toMatch(/^Runlet has no command "create"\./);
  const example = advice.match(/^ {2}.*$|^$/gm)?.slice(1, -3) ?? [];
  project.write({ "created/app.ts": example.map((line) => line.slice(2)).join("\n") });
  const { output } = project.start(["run", join("created", "app.ts"), "--no-reload", "--port", "0"]);
  await eventually(() => expect(output()).toMatch(/Runlet serves http:/));
  const page = await fetch(/http:\S+/.exec(output())?.[0] ?? "");
  expect(await page.text()).toContain("<title>Runlet</title>");
});

test("runlet --version prints the version of the package", async () => {
  const { ended, output } = project.start(["--version"]);
  expect(await ended).toBe(0);
  expect(output()).toMatch(/^\d+\.\d+\.\d+\n$/);
});
