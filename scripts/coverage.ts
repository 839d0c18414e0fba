import { readFileSync, writeFileSync } from "node:fs";
import { type ExpectedControl, LeftOut, readCatalog } from "./catalog.ts";
import { type DeclaredControl, loadControls } from "./controls.ts";

/**
 * `npm run coverage:flet -- <folder> [--write]`: reports how much of Flet's controls Runlet has. The folder contains a
 * catalog of Flet's controls. Prints a table by group; with `--write` also writes `docs/contributing/flet-coverage.md`.
 */
const FILE = "docs/contributing/flet-coverage.md";
const KINDS = ["properties", "events", "methods"] as const;
type Kind = (typeof KINDS)[number];

/** Counts of the members that Runlet has, that are left out on purpose, and that are missing. */
interface Tally {
  there: number;
  leftOut: number;
  missing: number;
}
interface Missing {
  readonly control: string;
  readonly names: readonly string[];
}

const folder = process.argv.slice(2).find((argument) => !argument.startsWith("--"));
if (folder === undefined) {
  console.error("Name the folder of the catalog: npm run coverage:flet -- <folder>");
  process.exit(2);
}
const declared = new Map((await loadControls()).map((control) => [control.type, control]));
const leftOut = new LeftOut(readFileSync("docs/contributing/left-out.md", "utf8"));

const groups = new Map<string, Record<Kind | "controls", Tally>>();
const missing: Missing[] = [];
const absent: Missing[] = [];
for (const wanted of readCatalog(folder)) count(wanted);

const text = report();
console.log(text);
if (process.argv.includes("--write")) writeFileSync(FILE, text);

function count(wanted: ExpectedControl): void {
  const group = groups.get(wanted.group) ?? {
    controls: tally(),
    properties: tally(),
    events: tally(),
    methods: tally(),
  };
  groups.set(wanted.group, group);
  const control = declared.get(wanted.type);
  const isLeftOut = control === undefined && isForGood(leftOut.reason(wanted));
  add(group.controls, control !== undefined, isLeftOut);
  if (control === undefined && !isLeftOut) absent.push({ control: wanted.id, names: [] });
  const names: string[] = [];
  for (const kind of KINDS) {
    for (const name of wanted[kind]) {
      const isThere = control !== undefined && has(control, kind, name);
      const isOut = isLeftOut || isForGood(leftOut.reason(wanted, name));
      add(group[kind], isThere, isOut);
      if (!isThere && !isOut) names.push(kind === "methods" ? `${name}()` : name);
    }
  }
  if (control !== undefined && names.length > 0) missing.push({ control: wanted.id, names });
}

/** Whether a control has a member. A property or event must be declared in its spec; a method must be in its class. */
function has({ class: declaredClass, type, file }: DeclaredControl, kind: Kind, name: string): boolean {
  const entry = declaredClass.spec.entries[name];
  if (kind === "methods") return typeof member(declaredClass, name) === "function";
  if (kind === "events") return entry?.kind === "event" || isHandlerOfApp(file, name);
  return (entry !== undefined && entry.kind !== "event") || isUnsent(type, name);
}

/** Whether a class has a handler for an event that no client sends, such as Page's handlers for the connection. */
function isHandlerOfApp(file: string, name: string): boolean {
  return new RegExp(`^ {2}${name}: \\(`, "m").test(readFileSync(file, "utf8"));
}

/**
 * Whether a property exists although the spec does not declare it. `key` and `data` are never sent, so no spec has
 * them.
 */
function isUnsent(type: string, name: string): boolean {
  return type === "Control" && (name === "key" || name === "data");
}

function member(declaredClass: DeclaredControl["class"], name: string): unknown {
  const { prototype } = declaredClass as unknown as { readonly prototype: object };
  for (let at: object | null = prototype; at !== null && at !== Object.prototype; at = Object.getPrototypeOf(at)) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found !== undefined) return found.value;
  }
  return undefined;
}

/** Whether a reason is final. A member that "comes later" counts as missing until it exists. */
function isForGood(reason: string | undefined): boolean {
  return reason !== undefined && !reason.startsWith("comes later");
}

function tally(): Tally {
  return { there: 0, leftOut: 0, missing: 0 };
}

function add(to: Tally, isThere: boolean, isOut: boolean): void {
  to[isThere ? "there" : isOut ? "leftOut" : "missing"]++;
}

function report(): string {
  const heads = ["group", "controls", ...KINDS];
  const rows = [...groups].map(([name, tallies]) => [
    name,
    ...(["controls", ...KINDS] as const).map((k) => cell(tallies[k])),
  ]);
  const all = (["controls", ...KINDS] as const).map((kind) => {
    const sum = tally();
    for (const tallies of groups.values())
      for (const key of ["there", "leftOut", "missing"] as const) sum[key] += tallies[kind][key];
    return cell(sum);
  });
  return `# Coverage of Flet

\`npm run coverage:flet -- <folder of the catalog> --write\` counts this and writes this page. It compares with Flet 0.86,
which has more controls than 0.21. A property or event counts if the control's spec declares it; a method counts if its
class has it. Members that every control has count once, as \`Control\`; other inherited members count in each control. A
cell shows the number that Runlet has, the total, and how many of the rest are [left out on purpose](left-out.md).
Members that "come later" count as missing.

${table(heads, [...rows, ["**all**", ...all]])}
## Missing members of existing controls

${
  missing.length === 0
    ? "Nothing."
    : table(
        ["control", "missing"],
        missing.map(({ control, names }) => [control, names.map((name) => `\`${name}\``).join(", ")]),
      )
}
## Missing controls

${absent.length === 0 ? "None." : `${absent.map(({ control }) => control).join(", ")}.`}
`;
}

function cell({ there, leftOut: out, missing: rest }: Tally): string {
  const of = there + out + rest;
  return of === 0 ? "" : `${there} / ${of}${out === 0 ? "" : `, ${out} left out`}`;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  return line(heads) + line(heads.map(() => "---")) + rows.map(line).join("");
}
