import { Control } from "../../src/controls/control.ts";
import { type AnyEntry, eventName } from "../../src/core/declaration/spec.ts";
import type { DeclaredControl } from "../controls.ts";
import { fault } from "./faults.ts";
import { controlPagePath, type Links } from "./links.ts";
import { code, splitDefault, table, typeCode } from "./markdown.ts";
import { membersOf, memberTables, ownMembersOf, typeSections } from "./members.ts";
import { declarationsOf, type Member, propertyOf } from "./source.ts";

/** Types that a page explains besides the control, because its members have them. */
const TYPES: { readonly [type: string]: readonly string[] } = {
  Control: ["ControlEvent", "EventHandler", "ErrorPlace"],
  Page: ["PageError", "MessageHandler"],
};

/** Returns the reference page of a control: properties, events, methods and other members. */
export function controlPage(control: DeclaredControl, links: Links): string {
  const { type, file } = control;
  const { entries } = control.class.spec;
  const at = links.from(`controls/${controlPagePath(control)}`);
  const rows: string[][] = [];
  const events: string[][] = [];
  for (const [name, entry] of Object.entries(entries)) {
    if (type !== "Control" && Object.hasOwn(Control.spec.entries, name)) continue;
    const property = propertyOf(type === "Control" ? "LayoutProps" : `${type}Props`, name, propsFile(control));
    if (property?.doc === undefined) {
      fault(`${file}: the property ${name} has no doc comment.`);
    } else if (entry.kind === "event") {
      const data = typeCode(dataOf(property.type), at);
      events.push([code(name), code(eventName(name)), data, property.doc]);
    } else {
      rows.push(propertyRow(property, entry, at, file));
    }
  }
  const all = type === "Control" ? membersOf(type, file) : ownMembersOf(type, file);
  // The class describes some of its properties once more, as they read.
  const members = all.filter(({ name }) => !Object.hasOwn(entries, name));
  const names = typesOn(control);
  const parent = `\nThe [properties, events and methods of every control](${at("Control")}) work, too.\n`;
  return [
    `\n# ${type}\n\n${classDoc(control)}\n`,
    type === "Control" ? "" : parent,
    table("## Properties", ["property", "type", "default", ""], rows),
    table("## Events", ["handler", "event", "data", ""], events),
    ...memberTables(members, type, at),
    ...typeSections(names, file, at),
  ].join("");
}

/** Returns the doc comment of the class. */
export function classDoc({ type, file }: DeclaredControl): string {
  const found = declarationsOf(type, file).find(({ kind }) => kind === "class");
  if (found?.doc === undefined) fault(`${file}: class ${type} has no doc comment.`);
  return found?.doc ?? "";
}

/** The properties of every control are in a file of their own. */
function propsFile({ type, file }: DeclaredControl): string {
  return type === "Control" ? "src/controls/control-props.ts" : file;
}

function propertyRow(property: Member, entry: AnyEntry, at: (name: string) => string | undefined, file: string) {
  const { text, initial } = splitDefault(property.doc ?? "");
  const real = entry.kind === "value" ? JSON.stringify(entry.default) : entry.kind === "list" ? "[]" : "null";
  const [named = ""] = /^(?:`[^`]*`|-?[\d.,]+(?=$|[ :]))/.exec(initial ?? "") ?? [];
  // A list of children begins empty, which its doc comment may call "none".
  if (named !== "" && literal(named) !== literal(real)) {
    fault(`${file}: the doc comment of ${property.name} names the default ${named}, but it is ${real}.`);
  }
  const said = initial?.slice(named.length).replace(/^: ?/, "") ?? "";
  // Some doc comments name the fields of an object without its braces.
  const meaning = bare(said) === bare(real) ? "" : said;
  const isWritable = entry.kind === "value" && entry.isWritable;
  return [
    code(property.name),
    typeCode(typeOf(property.type, entry), at),
    meaning === "" ? code(real) : `${code(real)}${meaning.startsWith(";") ? "" : ": "}${meaning}`,
    text + (isWritable && !/\bperson\b/.test(text) ? " The person can change it, too." : ""),
  ];
}

function bare(text: string): string {
  return text.replace(/[^\w.]/g, "");
}

function literal(text: string): string {
  return text
    .replaceAll("`", "")
    .replace(/(?<=\d),(?=\d{3})/g, "")
    .replace(/\s|"/g, "");
}

/** Returns the type of a property as it reads: `In<M, T>` is `T`, and `Children<M, Tab>` is `Tab[]`. */
function typeOf(written: string, entry: AnyEntry): string {
  const list = /^Children<M(?:, (\w+))?>$/.exec(written);
  if (list !== null) return `${list[1] || (entry.kind === "list" && entry.only) || "Control"}[]`;
  const type = /^In<M, (.*)>$/.exec(written)?.[1] ?? written.replace(/ \| undefined$/, "");
  const isInteger = entry.kind === "value" && /^integer\b/.test(entry.type.name);
  return isInteger ? type.replace(/\bnumber\b/, "integer") : type;
}

/** Returns the type of an event's data: that of `EventHandler<Slider, number> | undefined` is `number`. */
function dataOf(handler: string): string {
  return /^EventHandler<\w+, (.*)>(?: \| undefined)?$/.exec(handler)?.[1] ?? "nothing";
}

/** Returns the types that a control's page explains: those of a list, and those of the page's fields. */
export function typesOn({ type, file }: DeclaredControl): string[] {
  const listed = TYPES[type] ?? [];
  if (type !== "Page") return [...listed];
  const fields = ownMembersOf(type, file).filter(({ kind }) => kind !== "method");
  const named = fields.map((field) => field.type).filter((name) => /^[A-Z]\w+$/.test(name));
  const isDeclared = (name: string) => declarationsOf(name, file).some(({ kind }) => kind !== "type");
  return [...listed, ...named.filter(isDeclared)];
}
