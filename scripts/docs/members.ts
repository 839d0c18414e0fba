import { fault } from "./faults.ts";
import { code, table, typeCode } from "./markdown.ts";
import { type Declaration, declarationsOf, type Member } from "./source.ts";

const CONTROL_FILE = "src/controls/control.ts";

type Link = (name: string) => string | undefined;

/** Returns the members of a control's class that not every control has. */
export function ownMembersOf(type: string, file: string): Member[] {
  const common = new Set(membersOf("Control", CONTROL_FILE).map(({ name }) => name));
  return membersOf(type, file).filter(({ name }) => !common.has(name));
}

/**
 * Returns the members of a class that apps can use, in the order of the base class. A member that a subclass declares
 * again replaces the inherited one.
 */
export function membersOf(name: string, file: string): Member[] {
  const declarations = declarationsOf(name, file);
  const parents = declarations.flatMap((found) =>
    found.kind === "class" ? found.parents.map(({ name: parent }) => ({ parent, at: found.file })) : [],
  );
  const inherited = parents.flatMap(({ parent, at }) => membersOf(parent, at));
  // The interface that is merged with a class describes members more precisely.
  const merged = declarations.toSorted((a, b) => rank(a) - rank(b)).flatMap(({ members }) => members);
  const all = [...inherited];
  for (const member of merged.filter(({ isHidden }) => !isHidden)) {
    const same = all.findIndex(({ name: other }) => other === member.name);
    if (same === -1) {
      all.push(member);
    } else if (inherited.includes(all[same] as Member)) {
      all[same] = { ...member, doc: member.doc ?? all[same]?.doc, part: member.part ?? all[same]?.part };
    } else if (member.kind === "method" && all[same]?.signature !== member.signature) {
      all.splice(same + 1, 0, { ...member, doc: member.doc ?? all[same]?.doc, part: member.part ?? all[same]?.part });
    }
  }
  return all;
}

function rank({ kind }: Declaration): number {
  return kind === "interface" ? 0 : 1;
}

/** Returns the tables of members: fields and accessors first, then methods, by part if the class has parts. */
export function memberTables(members: readonly Member[], owner: string, at: Link): string[] {
  for (const { name, doc } of members) if (doc === undefined) fault(`${owner}.${name} has no doc comment.`);
  const fields = members.filter(({ kind }) => kind !== "method");
  const methods = members.filter(({ kind }) => kind === "method");
  const parts = [...new Set(methods.map(({ part }) => part))];
  return [
    table(
      "## Other members",
      ["member", "type", ""],
      fields.map((member) => [code(member.name), typeCode(readable(member.type), at), member.doc ?? ""]),
    ),
    ...parts.map((part) => {
      const rows = methods.filter((method) => method.part === part).map((method) => methodRow(method, at));
      const title = part === undefined ? "Methods" : `${part.charAt(0).toUpperCase()}${part.slice(1)}`;
      return table(`## ${title}`, ["method", "returns", ""], rows);
    }),
  ];
}

function methodRow({ signature, type, doc = "" }: Member, at: Link): string[] {
  return [typeCode(signature, at), typeCode(type === "" ? "void" : type, at), doc];
}

/** Returns a section for each type of a list: its doc comment and its members. */
export function typeSections(names: readonly string[], file: string, at: Link): string[] {
  return names.map((name) => {
    const found = find(name, file);
    if (found === undefined) {
      fault(`${file}: there is no type ${name}.`);
      return "";
    }
    return typeSection(found, at);
  });
}

/** Returns the section of a type: its doc comment, then its fields and methods, or its definition. */
export function typeSection(found: Declaration, at: Link, level = 2): string {
  const { name, doc, kind, text } = found;
  if (doc === undefined) fault(`${found.file}: ${name} has no doc comment.`);
  const members = kind === "class" ? membersOf(name, found.file) : fieldsOf(found);
  const fields = members.filter((member) => member.kind !== "method");
  const methods = members.filter((member) => member.kind === "method");
  for (const member of members) {
    // A field whose name and type say all may be without, except in the values of properties.
    if (member.doc === undefined && level === 2) fault(`${found.file}: ${name}.${member.name} has no doc comment.`);
  }
  return [
    `\n${"#".repeat(level)} ${name}\n\n${doc ?? ""}\n`,
    kind === "type" ? definition(text, at) : "",
    table(
      "",
      ["field", "type", ""],
      fields.map((field) => [code(field.signature), typeCode(readable(field.type), at), field.doc ?? ""]),
    ),
    table(
      "",
      ["method", "returns", ""],
      methods.map((method) => methodRow(method, at)),
    ),
  ].join("");
}

/** Returns the fields of an interface, own fields last. */
function fieldsOf({ parents, members, file }: Declaration): Member[] {
  const inherited = parents.flatMap(({ name, without }) => {
    const all = declarationsOf(name, file).flatMap(fieldsOf);
    return all.filter((member) => !without.includes(member.name));
  });
  const own = members.filter(({ isHidden }) => !isHidden);
  return [...inherited.filter(({ name }) => !own.some((member) => member.name === name)), ...own];
}

/** Returns the definition of a type; nothing if it is computed from lists that are not public. */
function definition(text: string, at: Link): string {
  if (text.includes("typeof ") || /\$\{/.test(text)) return "";
  return `\n${typeCode(text.replace(/^\| /, ""), at)}\n`;
}

/** Finds the declaration of a type from a file, in the file, its imports or their base types. */
function find(name: string, file: string): Declaration | undefined {
  const direct = declarationsOf(name, file)[0];
  if (direct !== undefined) return direct;
  const others = ["src/controls/event.ts", "src/core/declaration/errors.ts", "src/controls/page/pubsub.ts"];
  return others.flatMap((other) => declarationsOf(name, other))[0];
}

/** Returns a type as a reader needs it: `((error: PageError) => unknown) | undefined` is a handler that may be left out. */
function readable(type: string): string {
  return type
    .replace(/^\| /, "")
    .replace(/ \| undefined$/, "")
    .replace(/^\((.*=>.*)\)$/, "$1");
}
