import type { Case, CaseGroup } from "./case.ts";
import { ANSWERS, PLACES } from "./funnel-places.ts";
import { CHANGES, TREE, TRIGGERS, type Zone } from "./isolation-matrix.ts";

/** Returns a table of the reference page as Markdown. `source` returns the text of a file of cases. */
export function caseTable({ cases, file }: CaseGroup, source: (file: string) => string): string {
  const text = source(file);
  const rows = cases
    .filter(({ fails }) => fails === undefined)
    .map((row) => [row.name, row.page ?? "", codeOf(row, text), row.hooks, row.sent.join(" ⏎ ")]);
  return table(
    ["what happens", "page before", "code", "hooks, in order", "sent"],
    rows.map(([name = "", ...cells]) => [name, ...cells.map(quoted)]),
  );
}

/** Returns the table of which update sends which change. */
export function isolationTable(): string {
  const takes = (zone: Zone, trigger: string) =>
    TRIGGERS.find(({ name }) => name === trigger)?.zones.includes(zone) === true ? "goes" : "waits";
  const triggers = ["the end of the turn", "page.update()", "i.update()", "j.update()"];
  const rows = CHANGES.map(({ name, zone, hooks, sent }) => [
    name,
    ...triggers.map((trigger) => takes(zone, trigger)),
    quoted(hooks),
    quoted(sent),
  ]);
  const heads = triggers.map((trigger) => (trigger.includes("(") ? quoted(trigger) : trigger));
  return `The page is ${quoted(TREE)}.\n\n${table(["change", ...heads, "hooks", "sent"], rows)}`;
}

/** Returns the tables of the places where an app's code runs, and of the handlers that receive its errors. */
export function errorTables(): ReadonlyMap<string, string> {
  const places = PLACES.map(({ title, kind, name, path, hasBox }) => [
    title,
    quoted(kind),
    quoted(name),
    quoted(path),
    hasBox === true ? "an error box in the control's place" : "a notice",
  ]);
  const answers = ANSWERS.map(({ guard, onError, hears, own }) => [
    guard === "true" || guard === "false" ? `returns ${guard}` : guard,
    onError,
    hears.join(", ").replace("log", "log and person"),
    Object.keys(own).join(", "),
  ]);
  return new Map([
    [
      "Places",
      table(
        ["place", "`where.kind`", "`where.name`", "`where.path`, for example", "shown if nothing handles it"],
        places,
      ),
    ],
    [
      "Who hears",
      table(["nearest `didCatch`", "`page.onError`", "receives the error", "adds an error of its own"], answers),
    ],
  ]);
}

/** Returns the body of a case's `do` on one line, taken from the source text. */
function codeOf({ name }: Case, text: string): string {
  const start = text.indexOf(`name: ${JSON.stringify(name)}`);
  const [, body] = /\n {6}do: ([\s\S]*?),\n {6}hooks:/.exec(text.slice(start)) ?? [];
  if (start === -1 || body === undefined) throw new Error(`no case is called ${name}`);
  const arrow = body.indexOf("=> ") + 3;
  const lines = body.slice(arrow).split("\n");
  const inner = lines.length > 1 && lines[0] === "{" ? lines.slice(1, -1) : lines;
  return inner
    .map((line) => line.trim())
    .filter((line) => !line.startsWith("//"))
    .join(" ");
}

/** Returns a cell as code, unless it is empty. Bars are escaped. */
function quoted(cell: string): string {
  if (cell === "") return "";
  const escaped = cell.replaceAll("|", "\\|");
  return cell.includes("`") ? `\`\` ${escaped} \`\`` : `\`${escaped}\``;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Replaces the text between `<!-- table: name -->` and `<!-- end -->` by the tables. */
export function withTables(page: string, tables: ReadonlyMap<string, string>): string {
  const unused = new Set(tables.keys());
  const filled = page.replaceAll(/<!-- table: (.+) -->\n[\s\S]*?<!-- end -->/g, (_, name: string) => {
    const found = tables.get(name);
    if (found === undefined) throw new Error(`there is no table ${name}`);
    unused.delete(name);
    return `<!-- table: ${name} -->\n\n${found}\n\n<!-- end -->`;
  });
  if (unused.size > 0) throw new Error(`the page lacks the tables ${[...unused].join(", ")}`);
  return filled;
}
