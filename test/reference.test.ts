import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { loadControls } from "../scripts/controls.ts";
import { controlPagePath } from "../scripts/docs/links.ts";
import { optionsPage } from "../scripts/docs/options-page.ts";
import { defaultLimits } from "../src/core/link/limits.ts";
import { Control, type Page } from "../src/index.ts";
import { limitVariable, resolveOptions } from "../src/server/options.ts";
import { mount } from "../src/testing/index.ts";

const controls = await loadControls();
const page = await mountedPage();

/** Members that only Runlet uses, each marked as internal in its doc comment. */
const INTERNAL: ReadonlySet<string> = new Set(["treeCheck", "deliver", "dispose"]);

async function mountedPage(): Promise<Page> {
  const harness = mount(() => {});
  const { page: mounted } = harness;
  await harness.unmount();
  return mounted;
}

function reference(path: string): string {
  return readFileSync(`docs/reference/${path}`, "utf8");
}

/** Returns the names in the first column of the tables of a page, or of one section of it. */
function namesIn(text: string): Set<string> {
  return new Set([...text.matchAll(/^\| `(\w+)/gm)].map(([, name = ""]) => name));
}

/** Returns the section of a page under a heading. */
function section(text: string, heading: string): string {
  return text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? "";
}

/** Returns the names of methods and accessors of an object, and of its own fields. */
function membersOf(object: object): string[] {
  const names = new Set(Object.keys(object));
  for (let at = object; at !== Object.prototype; at = Object.getPrototypeOf(at) as object) {
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  }
  return [...names].filter((name) => name !== "constructor" && !INTERNAL.has(name));
}

const common = namesIn(reference("controls/page/control.md"));

describe.each(controls)("the reference of $type", (control) => {
  const documented = namesIn(reference(`controls/${controlPagePath(control)}`));

  test("has each property, slot and event that it declares, and each method of its renderer", () => {
    const { entries, methods } = control.class.spec;
    const declared = [...Object.keys(entries), ...Object.keys(methods)];
    expect(declared.filter((name) => !documented.has(name) && !common.has(name))).toEqual([]);
  });

  test("has each method and accessor of its class", () => {
    const { prototype } = control.class as unknown as { readonly prototype: object };
    const missing = membersOf(prototype).filter((name) => !documented.has(name) && !common.has(name));
    expect(missing).toEqual([]);
  });
});

test("the reference of Control has the hooks, streams and tasks", () => {
  const names = ["build", "didCatch", "didReceive", "runTask", "sleep", "bind", "changes", "events", "effect", "own"];
  expect([...common]).toEqual(expect.arrayContaining(names));
  expect(membersOf(Control.prototype).filter((name) => !common.has(name))).toEqual([]);
});

test("the reference of Page has its fields, and the members of its session and of its channel", () => {
  const text = reference("controls/page/page.md");
  const documented = namesIn(text);
  expect(membersOf(page).filter((name) => !documented.has(name) && !common.has(name))).toEqual([]);
  const channel = namesIn(section(text, "PubSub"));
  expect(membersOf(page.pubsub).filter((name) => !channel.has(name))).toEqual([]);
  const session = namesIn(section(text, "PageSession"));
  expect(membersOf(page.session).filter((name) => !session.has(name))).toEqual([]);
});

test("each exported name is explained", () => {
  const names = [...readFileSync("test/public-names.txt", "utf8").matchAll(/^ {2}(?:type )?(\w+)$/gm)];
  const pages = ["entries.md", "values.md", "controls/page/control.md", "controls/page/page.md"].map(reference);
  const headings = pages.flatMap((text) => [...text.matchAll(/^##+ (\w+)$/gm)].map(([, name = ""]) => name));
  const listed = [...reference("entries.md").matchAll(/`(\w+)`/g)].map(([, name = ""]) => name);
  const explained = new Set([...controls.map(({ type }) => type), ...headings, ...listed]);
  const isElsewhere = (name: string) => explained.has(name) || name.endsWith("Props");
  expect(names.map(([, name = ""]) => name).filter((name) => !isElsewhere(name))).toEqual([]);
});

describe("the page of options", () => {
  const lines = section(reference("options.md"), "All options").split("\n");
  const options = lines.flatMap((line) => {
    const [, name, , initial = "", variable = ""] = line.split(/(?<!\\)\|/).map((cell) => cell.trim());
    const [, option] = /^`(\w+)`$/.exec(name ?? "") ?? [];
    return option === undefined ? [] : [{ name: option, initial, variable: /RUNLET_\w+/.exec(variable)?.[0] }];
  });

  test("lists each option and no other", () => {
    const message = problemsOf({ nothing: 1 });
    const known = /is not an option \(([^)]*)\)/.exec(message)?.[1]?.split(", ") ?? [];
    expect(known.length).toBeGreaterThan(10);
    expect(options.map(({ name }) => name).sort()).toEqual(known.sort());
  });

  test("lists each environment variable that is read, with the option that it sets", () => {
    const read = new Set<string>();
    const environment = new Proxy<{ [name: string]: string }>(
      {},
      {
        get(_, name) {
          read.add(String(name));
          return undefined;
        },
      },
    );
    resolveOptions({}, environment);
    // `runlet run` passes a port that it has chosen to the restarted app.
    const variables = [...read].filter((name) => name.startsWith("RUNLET_") && name !== "RUNLET_FREE_PORT");
    const ofLimits = Object.keys(defaultLimits).map(limitVariable);
    expect([...options.flatMap(({ variable }) => variable ?? []), ...ofLimits].sort()).toEqual(variables.sort());
    for (const { name, variable } of options) {
      if (variable === undefined) continue;
      const wrong = problemsOf({ [name]: Symbol("wrong") });
      expect(wrong, name).toContain(`- ${name}`);
      const [text, value] = samples(name);
      expect(resolveOptions({}, { [variable]: text }), name).toEqual(resolveOptions({ [name]: value }, {}));
      expect(resolveOptions({}, { [variable]: text }), name).not.toEqual(resolveOptions({}, {}));
    }
  });

  test("lists each limit with the environment variable that sets it", () => {
    const limits = section(reference("options.md"), "Limits");
    for (const name of Object.keys(defaultLimits) as (keyof typeof defaultLimits)[]) {
      const variable = limitVariable(name);
      expect(limits).toMatch(new RegExp(`\\| \`${name}\` \\|.*\\| \`${variable}\` \\|`));
      expect(resolveOptions({ limits: { [name]: 3 } }, { [variable]: "7" }).limits[name]).toBe(7);
      expect(() => resolveOptions({}, { [variable]: "many" })).toThrow(`${variable} must be a number above 0`);
    }
  });

  test("names the defaults that apply", () => {
    const resolved = resolveOptions({}, {}) as unknown as { readonly [name: string]: unknown };
    const plain = options.filter(({ initial }) => /^(?:`[^`]*`|\d+)(?::.*)?$/.test(initial));
    expect(plain.length).toBeGreaterThan(5);
    for (const { name, initial } of plain) {
      const shown = initial.replace(/:.*/, "").replace(/[`"]/g, "");
      if (name !== "log") expect(String(resolved[name]), name).toBe(shown);
    }
  });

  test("is generated from the doc comments of the options", () => {
    expect(reference("options.md")).toContain(optionsPage());
  });
});

/** Returns the message about wrong options. */
function problemsOf(options: object): string {
  try {
    resolveOptions(options, {});
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

/** Returns a value of an option that is not its default, as the text of a variable and as a value. */
function samples(name: string): readonly [text: string, value: unknown] {
  if (name === "allowedOrigins")
    return ["https://a.example, https://b.example", ["https://a.example", "https://b.example"]];
  if (name === "allowedHosts") return ["a.example, *.b.example", ["a.example", "*.b.example"]];
  if (name === "webAppPath" || name === "webSocketEndpoint") return ["/other", "/other"];
  if (name === "host" || name === "clientToken") return ["192.0.2.1", "192.0.2.1"];
  if (["port", "sessionTimeout", "shutdownTimeout", "maxBlock"].includes(name)) return ["123", 123];
  return ["true", true];
}
