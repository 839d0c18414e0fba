import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { fault } from "./faults.ts";
import type { Links } from "./links.ts";
import { code, typeCode } from "./markdown.ts";
import { typeSection } from "./members.ts";
import { type Declaration, declarationsIn, declarationsOf } from "./source.ts";

const INTRO = `
# Functions and classes

What each entry of the package exports besides [controls](controls/README.md) and [value types](values.md).
`;

/** The entry whose names the page of the protocol explains. */
const TRANSPORT = "runlet/transport";

/** Entries of the package, their sources, and what they are for. */
const ENTRIES = [
  ["runlet", "src/index.ts", "For apps: controls, streams and states, and the function that serves an app."],
  ["runlet/spec", "src/spec/index.ts", "For declarations of controls with properties of their own."],
  ["runlet/testing", "src/testing/index.ts", "For tests without a browser, in virtual time."],
  ["runlet/server", "src/server/index.ts", "For hosting an app in a server of your own."],
  ["runlet/client", "src/client/index.ts", "For renderers of controls, and for pages that show an app."],
  [TRANSPORT, "src/transport/index.ts", "For other ways to connect a client, and for other clients."],
] as const;

/** Where the reference explains an exported name that is not explained here. */
const ELSEWHERE: { readonly [name: string]: string } = {
  AppOptions: "options.md",
  Limits: "options.md#limits",
  ErrorCode: "../errors.md",
  ErrorPlace: "controls/page/control.md#errorplace",
  PubSub: "controls/page/page.md#pubsub",
  MessageHandler: "controls/page/page.md#messagehandler",
  ResolvedOptions: "options.md",
};

/** Types that apps name and never look into, so only their purpose is explained. */
const OPAQUE: ReadonlySet<string> = new Set(["Entries", "MethodSpec", "Plain", "Session", "Spec"]);

/** Returns the page of what the entries of the package export by name. */
export function entriesPage(links: Links): string {
  const known = links.from("entries.md");
  const explained = new Set(
    ENTRIES.flatMap(([entry, file]) => (entry === TRANSPORT ? [] : exportsOf(file).map(({ name }) => name))),
  );
  const at = (name: string) =>
    known(name) ?? ELSEWHERE[name] ?? (explained.has(name) ? `#${name.toLowerCase()}` : undefined);
  const seen = new Set<Declaration>();
  const sections = ENTRIES.map(([entry, file, purpose]) => {
    const here = exportsOf(file).filter((found) => !seen.has(found) && !isExplained(found, known));
    const exported = here.filter(({ name }) => ELSEWHERE[name] === undefined);
    for (const found of here) seen.add(found);
    const elsewhere = here.flatMap(({ name }) =>
      ELSEWHERE[name] === undefined ? [] : [`[${code(name)}](${ELSEWHERE[name]})`],
    );
    const also = elsewhere.length === 0 ? "" : `\nExplained on other pages: ${elsewhere.join(", ")}.\n`;
    const values = entry === "runlet/spec" ? valueTypes() : "";
    const names = [...new Set(exported.map(({ name }) => name))];
    if (entry === TRANSPORT) return `\n## ${entry}\n\n${purpose}\n${messages(names)}`;
    // A name of this entry comes first: the client's View is another one than the control.
    const atHere = (name: string) => (names.includes(name) ? `#${name.toLowerCase()}` : at(name));
    const bodies = names.map((name) =>
      section(
        exported.filter((found) => found.name === name),
        atHere,
      ),
    );
    return `\n## ${entry}\n\n${purpose}\n${also}${values}${bodies.join("")}`;
  });
  return INTRO + sections.join("");
}

/** Returns whether a page of controls or values explains a name. The client has other classes of the same names. */
function isExplained({ name, file }: Declaration, known: (name: string) => string | undefined): boolean {
  return known(name) !== undefined && !file.startsWith("src/client/");
}

/** Returns the section of a name. A function may have several declarations, one for each form of its arguments. */
function section(found: readonly Declaration[], at: (name: string) => string | undefined): string {
  const [first] = found as [Declaration];
  const { name, doc, file } = first;
  if (doc === undefined) fault(`${file}: ${name} has no doc comment.`);
  if (OPAQUE.has(name) || isControl(first)) return `\n### ${name}\n\n${doc}\n`;
  if (first.kind !== "function" && first.kind !== "constant") return typeSection(first, at, 3);
  // A type that is computed from lists that are not public says less than the doc comment.
  const texts = found.map(({ text }) => text).filter((text) => !/[`]|\bas Camel</.test(text));
  const forms = texts.map((text) => typeCode(text, at)).join("<br>");
  return `\n### ${name}\n\n${forms === "" ? "" : `${forms}\n\n`}${doc}\n`;
}

/** Returns whether a declaration is a class of controls, whose members the pages of controls explain. */
function isControl({ kind, parents, file }: Declaration): boolean {
  const isParent = ({ name }: { readonly name: string }) =>
    name === "Control" || declarationsOf(name, file).some((parent) => isControl(parent));
  return kind === "class" && parents.some(isParent);
}

/** Returns the paragraph about names whose meaning the page of the protocol explains. */
function messages(names: readonly string[]): string {
  return `\n[The protocol](protocol.md) explains what they are for: ${names.map((name) => code(name)).join(", ")}.\n`;
}

/** Returns the paragraph about the types of values, which declarations use as `value(colorType, null)`. */
function valueTypes(): string {
  const names = declaredTypes().map((name) => code(name));
  return `\nThe [value types](values.md) with their checks, for \`value(colorType, null)\`: ${names.join(", ")}.\n`;
}

function declaredTypes(): string[] {
  const lists = [...readFileSync("src/spec/value-types.ts", "utf8").matchAll(/\{([^}]*)\}/g)];
  return lists.flatMap(([, list = ""]) => list.split(",").map((name) => name.trim())).sort();
}

/** Returns what an entry exports by name: functions and constants first, then classes and types. */
function exportsOf(file: string): Declaration[] {
  const text = readFileSync(file, "utf8");
  const lists = [...text.matchAll(/^export (?:type )?\{([^}]*)\} from "([^"]+)"/gm)];
  const wholes = [...text.matchAll(/^export \* from "([^"]+)"/gm)].map(([, path = ""]) => fileAt(path, file));
  const named = lists.flatMap(([, list = "", path = ""]) => {
    const names = list.split(",").map((name) => name.replace(/^\s*(?:type )?/, "").trim());
    const from = fileAt(path, file);
    return names.filter((name) => name !== "").flatMap((name) => exportedFrom(name, from));
  });
  // The checks of values are listed by name alone.
  const all = wholes
    .filter((path) => path !== "src/spec/value-types.ts")
    .flatMap((path) => [...declarationsIn(path).filter(({ isHidden }) => !isHidden), ...exportsOf(path)]);
  const found = [...named, ...all].filter(({ name }) => !name.endsWith("Props"));
  return found.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1));
}

function fileAt(path: string, from: string): string {
  return posix.join(posix.dirname(from), path);
}

/** Returns the declarations of a name in a file, or in the file that it exports the name from. */
function exportedFrom(name: string, file: string): Declaration[] {
  const found = declarationsOf(name, file);
  const classes = found.filter(({ kind }) => kind === "class");
  if (classes.length > 0) return classes;
  if (found.length > 0) return found.filter(({ doc }, index) => doc !== undefined || index === found.length - 1);
  const again = new RegExp(`\\{[^}]*\\b${name}\\b[^}]*\\} from "([^"]+)"`).exec(readFileSync(file, "utf8"));
  return again === null ? [] : exportedFrom(name, fileAt(again[1] ?? "", file));
}

function rank({ kind }: Declaration): number {
  return kind === "function" || kind === "constant" ? 0 : 1;
}
