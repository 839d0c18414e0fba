import { type Control, specOf } from "../controls/control.ts";
import { NODE, pathOf } from "../core/tree/node.ts";
import { accessibleName, matches, type Query, textOf } from "./query.ts";
import { suggestText } from "./text-suggestion.ts";

/** Largest number of lines of the page in an error message. */
const MAX_LINES = 100;
/** Largest number of items in a list of suggestions. */
const MAX_ITEMS = 8;

/** Returns the error of a query that found no control or too many. It shows the query, the page, and suggestions. */
export function queryFailure(
  query: Query,
  found: readonly Control[],
  all: readonly Control[],
  page: string,
  errors: readonly unknown[],
): Error {
  const problem =
    found.length === 0
      ? `no control has ${query.what}`
      : `${found.length} controls have ${query.what}, but one was expected`;
  const hints =
    found.length > 0 ? [tooManyHint(query, found)] : [...notFoundHints(query, all), ...pendingUpdateHint(all[0])];
  if (errors.length > 0) hints.push(`Before, there was an error: ${errors[0]}`);
  const lines = page.split("\n");
  const omitted = lines.length > MAX_LINES ? [`… and ${lines.length - MAX_LINES} more lines`] : [];
  const text = [`${problem}:`, ...lines.slice(0, MAX_LINES), ...omitted, "", ...hints].join("\n").trimEnd();
  return new Error(text, errors.length > 0 ? { cause: errors[0] } : undefined);
}

function tooManyHint(query: Query, found: readonly Control[]): string {
  const names = query.by === "Role" && query.text === undefined ? [...new Set(found.map(accessibleName))] : [];
  const advice =
    names.length > 1
      ? `Choose one by its name, ${joinWords(names.map(quoted), "or")}, or use getAllByRole().`
      : `Use getAllBy${query.by}(), or look for something that only one has.`;
  return `They are ${joinWords(found.map(locationOf))}. ${advice}`;
}

function notFoundHints(query: Query, all: readonly Control[]): string[] {
  if (query.by === "Key") return noKey(query, all);
  if (query.by === "Type") return noType(query, all);
  return query.role === undefined ? noText(query, all) : noRole(query, query.role, all);
}

function noText({ text = "" }: Query, all: readonly Control[]): string[] {
  const texts = all.map(textOf).filter((known) => known !== undefined && known !== "") as string[];
  if (texts.length === 0) return ["There is no text on the page."];
  const near = typeof text === "string" ? suggestText(text, texts) : undefined;
  if (near !== undefined) return [near];
  for (const control of all) {
    const isIt = (value: unknown): boolean => typeof value === "string" && matches(value, text);
    const [name] = Object.entries(control[NODE].values).find(([, value]) => isIt(value)) ?? [];
    if (name === undefined) continue;
    const where = `${pathOf(control[NODE])} has it as its ${name}`;
    return [`${where}, which is not its visible text. ${byType(control, all)}`];
  }
  const named = all.findLast((control) => matches(accessibleName(control), text));
  return named === undefined ? [] : [`${pathOf(named[NODE])} has it as its name. ${byType(named, all)}`];
}

function noRole({ text }: Query, role: string, all: readonly Control[]): string[] {
  const same = all.filter((control) => roleOf(control) === role);
  const names = [...new Set(same.map(accessibleName))];
  const near = typeof text === "string" ? suggestText(text, names) : undefined;
  if (near !== undefined) return [near];
  const hints = same.length === 0 ? [] : [`Names of the role ${role}: ${joinWords(names.map(quoted))}.`];
  const other = text === undefined ? undefined : all.findLast((control) => matches(accessibleName(control), text));
  if (other !== undefined) {
    const own = roleOf(other);
    const what = own === undefined ? "no role: getByText() finds it" : `the role ${own}`;
    hints.push(`${pathOf(other[NODE])} has that name, and ${what}.`);
  }
  if (hints.length > 0) return [hints.join(" ")];
  const roles = [...new Set(all.map(roleOf))].filter((one) => one !== undefined);
  if (roles.length === 0) return ["No control on the page has a role."];
  return [suggestText(role, roles) ?? `Roles on the page: ${joinWords(roles)}.`];
}

function noKey({ text }: Query, all: readonly Control[]): string[] {
  const keys = all.map(({ key }) => key).filter((key) => key !== undefined);
  const twin = keys.find((key) => String(key) === text);
  if (twin !== undefined) return [`There is the key ${JSON.stringify(twin)}, a ${typeof twin}.`];
  if (keys.length === 0) return ["No control on the page has a key."];
  return [suggestText(String(text), keys.map(String)) ?? `Keys on the page: ${joinWords(keys.map(quoted))}.`];
}

function noType({ text }: Query, all: readonly Control[]): string[] {
  const types = [...new Set(all.map((control) => control.constructor.name))];
  if (types.includes(String(text))) {
    return [`There is a ${text} of another class of that name: was its module loaded twice?`];
  }
  return [`Types on the page: ${joinWords(types)}.`];
}

/** Hint for changes that are not on the page yet, so that no query can find them. */
function pendingUpdateHint(page: Control | undefined): string[] {
  return page?.isMounted === true && !page.page.autoUpdate
    ? ["page.autoUpdate is false: changes wait for update()."]
    : [];
}

function roleOf(control: Control): string | undefined {
  return specOf(control).semantics.role;
}

/** Returns a hint to find a control by its class, with the query for one control if there is no other of the class. */
function byType(control: Control, all: readonly Control[]): string {
  const type = control.constructor as new () => Control;
  const isOnly = all.every((other) => other === control || !(other instanceof type));
  return isOnly ? `getByType(${type.name}) finds it.` : `getAllByType(${type.name}) has it among others.`;
}

function quoted(text: string | number): string {
  return JSON.stringify(text);
}

function locationOf(control: Control): string {
  for (let at: Control | undefined = control; at !== undefined; at = at.parent)
    if (!at.visible) return `${pathOf(control[NODE])} (not visible)`;
  return pathOf(control[NODE]);
}

/** Joins items as in `a, b and c`. */
function joinWords(items: readonly string[], and = "and"): string {
  const listed = items.length > MAX_ITEMS ? [...items.slice(0, MAX_ITEMS), `${items.length - MAX_ITEMS} more`] : items;
  return listed.length < 2 ? listed.join("") : `${listed.slice(0, -1).join(", ")} ${and} ${listed.at(-1)}`;
}
