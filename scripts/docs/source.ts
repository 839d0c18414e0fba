import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "rolldown/utils";

/** A member of a class or an interface. */
export interface Member {
  readonly name: string;
  readonly kind: "property" | "accessor" | "method";
  /** Documentation on one line; undefined if there is none. */
  readonly doc: string | undefined;
  /** Type of a property, or type of a method's result. */
  readonly type: string;
  /** What an app writes: `add(...controls: Control[])` for a method, `width?` for an optional field of an interface. */
  readonly signature: string;
  /** Title of the part of the class that the member is in, from a comment such as `// ---- streams ----`. */
  readonly part: string | undefined;
  /** Whether apps cannot use the member: private, protected, static, or marked as internal. */
  readonly isHidden: boolean;
}

/** A class or an interface that another one extends. */
export interface Parent {
  readonly name: string;
  /** Names of members that are not inherited: those of `Omit`. */
  readonly without: readonly string[];
}

/** An exported class, interface or type of a source file. */
export interface Declaration {
  readonly name: string;
  readonly kind: "class" | "interface" | "type" | "function" | "constant";
  readonly file: string;
  /** Documentation on one line; undefined if there is none. */
  readonly doc: string | undefined;
  /** Classes and interfaces that it extends. */
  readonly parents: readonly Parent[];
  readonly members: readonly Member[];
  /** Definition of a type, signature of a function, or type of a constant, or else its value. */
  readonly text: string;
  /** Whether the declaration is marked as internal or hidden, and so is not exported to apps. */
  readonly isHidden: boolean;
}

/** Declarations of one file, and what its imports mean. */
interface Source {
  readonly declarations: readonly Declaration[];
  /** Files and original names of imported names. */
  readonly imports: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
}

type Parsed = ReturnType<typeof parseSync>;
type Statement = Parsed["program"]["body"][number];
type ClassMember = Extract<Statement, { readonly body: { readonly type: "ClassBody" } }>["body"]["body"][number];
type InterfaceMember = Extract<Statement, { readonly type: "TSInterfaceDeclaration" }>["body"]["body"][number];
type Span = { readonly start: number; readonly end: number };

const sources = new Map<string, Source>();

/** Returns the declarations of a file that it exports. Reads each file once. */
export function declarationsIn(file: string): readonly Declaration[] {
  return sourceOf(file).declarations;
}

/** Returns the declarations that a name means in a file: its own, or those of the file that it imports the name from. */
export function declarationsOf(name: string, file: string): Declaration[] {
  const { declarations, imports } = sourceOf(file);
  const imported = imports.get(name);
  if (imported !== undefined) return declarationsOf(imported.name, imported.file);
  return declarations.filter((declaration) => declaration.name === name);
}

/** Returns the property of a name, from an interface or from an interface that it extends. */
export function propertyOf(name: string, property: string, file: string): Member | undefined {
  for (const { members, parents, file: at } of declarationsOf(name, file)) {
    const own = members.find((member) => member.name === property);
    if (own !== undefined) return own;
    for (const { name: parent, without } of parents) {
      const inherited = without.includes(property) ? undefined : propertyOf(parent, property, at);
      if (inherited !== undefined) return inherited;
    }
  }
  return undefined;
}

function sourceOf(file: string): Source {
  const found = sources.get(file) ?? new Reader(file).read();
  sources.set(file, found);
  return found;
}

/** Reads one file by the parser of Rolldown. */
class Reader {
  readonly #file: string;
  readonly #text: string;
  readonly #parsed: Parsed;

  constructor(file: string) {
    this.#file = file;
    this.#text = readFileSync(file, "utf8");
    this.#parsed = parseSync(file, this.#text);
    const [error] = this.#parsed.errors;
    if (error !== undefined) throw new Error(`${file}: ${error.message}`);
  }

  read(): Source {
    const { body } = this.#parsed.program;
    return { declarations: body.flatMap((statement) => this.#declarations(statement)), imports: this.#imports() };
  }

  #imports(): Source["imports"] {
    const imports = new Map<string, { file: string; name: string }>();
    for (const statement of this.#parsed.program.body) {
      if (statement.type !== "ImportDeclaration" || !statement.source.value.startsWith(".")) continue;
      const file = join(this.#file, "..", statement.source.value).replaceAll("\\", "/");
      for (const specifier of statement.specifiers) {
        if (specifier.type !== "ImportSpecifier" || specifier.imported.type !== "Identifier") continue;
        imports.set(specifier.local.name, { file, name: specifier.imported.name });
      }
    }
    return imports;
  }

  #declarations(statement: Statement): Declaration[] {
    if (statement.type !== "ExportNamedDeclaration") return [];
    const { declaration } = statement;
    const comment = this.#commentBefore(statement.start);
    const base = {
      file: this.#file,
      doc: comment === undefined ? undefined : plain(comment),
      isHidden: isMarked(comment),
      parents: [] as Parent[],
      members: [] as Member[],
      text: "",
    };
    switch (declaration?.type) {
      case "TSInterfaceDeclaration": {
        const parents = declaration.extends.map((heritage) => this.#parent(heritage));
        const members = declaration.body.body.flatMap((member) => this.#interfaceMember(member));
        return [{ ...base, kind: "interface", name: declaration.id.name, parents, members }];
      }
      case "ClassDeclaration": {
        const parents = declaration.superClass === null ? [] : [this.#parent(declaration.superClass)];
        const members = declaration.body.body.flatMap((member) => this.#classMember(member));
        return [{ ...base, kind: "class", name: declaration.id?.name ?? "", parents, members }];
      }
      case "TSTypeAliasDeclaration": {
        const text = this.#slice(declaration.typeAnnotation);
        return [{ ...base, kind: "type", name: declaration.id.name, text }];
      }
      case "FunctionDeclaration":
      case "TSDeclareFunction": {
        const { id, returnType, body } = declaration;
        const end = returnType?.end ?? body?.start ?? declaration.end;
        return [{ ...base, kind: "function", name: id?.name ?? "", text: oneLine(this.#text.slice(id?.start, end)) }];
      }
      case "VariableDeclaration":
        return declaration.declarations.flatMap(({ id, init }) => {
          if (id.type !== "Identifier") return [];
          const text = this.#typeOf(id.typeAnnotation) || (init === null ? "" : this.#slice(init));
          return [{ ...base, kind: "constant" as const, name: id.name, text: text.replace(/ as const$/, "") }];
        });
      default:
        return [];
    }
  }

  #interfaceMember(member: InterfaceMember): Member[] {
    if (member.type !== "TSPropertySignature" && member.type !== "TSMethodSignature") return [];
    if (member.computed || member.key.type !== "Identifier") return [];
    const common = this.#common(member, member.key.name);
    if (member.type === "TSPropertySignature") {
      const signature = `${common.name}${member.optional ? "?" : ""}`;
      return [{ ...common, kind: "property", type: this.#typeOf(member.typeAnnotation), signature }];
    }
    if (member.kind === "set") return [];
    if (member.kind === "get") {
      return [{ ...common, kind: "accessor", type: this.#typeOf(member.returnType), signature: common.name }];
    }
    return [{ ...common, kind: "method", ...this.#call(member, member.returnType, member.end) }];
  }

  #classMember(member: ClassMember): Member[] {
    if (!("key" in member) || member.computed || member.key.type !== "Identifier") return [];
    const { name } = member.key;
    const isOutside = member.accessibility === "private" || member.accessibility === "protected" || member.static;
    const common = this.#common(member, name);
    const isHidden = common.isHidden || isOutside || name === "constructor";
    if (member.type === "MethodDefinition" || member.type === "TSAbstractMethodDefinition") {
      if (member.kind === "set") return [];
      const { returnType, body } = member.value;
      if (member.kind === "get") {
        return [{ ...common, kind: "accessor", type: this.#typeOf(returnType), signature: name, isHidden }];
      }
      const start = { start: member.key.start, end: body?.start ?? member.end };
      return [{ ...common, kind: "method", ...this.#call(start, returnType, start.end), isHidden }];
    }
    if (member.type !== "PropertyDefinition" && member.type !== "TSAbstractPropertyDefinition") return [];
    return [{ ...common, kind: "property", type: this.#typeOf(member.typeAnnotation), signature: name, isHidden }];
  }

  #common(member: Span, name: string): Pick<Member, "name" | "doc" | "part" | "isHidden"> {
    const comment = this.#commentBefore(member.start);
    const doc = comment === undefined ? undefined : plain(comment);
    return { name, doc, part: this.#partAt(member.start), isHidden: isMarked(comment) };
  }

  /** Splits `add(x: number): void` into the signature and the type of the result. */
  #call(
    { start }: Pick<Span, "start">,
    result: Span | null | undefined,
    end: number,
  ): Pick<Member, "signature" | "type"> {
    const text = this.#text.slice(start, result?.start ?? end);
    return { signature: oneLine(text).replace(/[:;{\s]+$/, ""), type: this.#typeOf(result) };
  }

  #typeOf(annotation: Span | null | undefined): string {
    return annotation ? this.#slice(annotation).replace(/^:\s*/, "") : "";
  }

  #slice({ start, end }: Span): string {
    return oneLine(this.#text.slice(start, end).replace(/\/\*\*.*?\*\//gs, ""));
  }

  /** Returns what a heritage means: `Omit<FieldProps<M>, "label">` is `FieldProps` without `label`. */
  #parent(heritage: Span): Parent {
    const text = this.#slice(heritage);
    const [, omit, name = ""] = /^(Omit<)?(\w+)/.exec(text) ?? [];
    if (omit === undefined) return { name, without: [] };
    const others = [...text.matchAll(/keyof (\w+)/g)].flatMap(([, other = ""]) => this.#membersOf(other));
    return { name, without: [...[...text.matchAll(/"(\w+)"/g)].map(([, word = ""]) => word), ...others] };
  }

  /** Returns the names of the members of an interface that this file imports. */
  #membersOf(name: string): string[] {
    const imported = this.#imports().get(name);
    const found = imported === undefined ? [] : declarationsOf(imported.name, imported.file);
    return found.flatMap(({ members }) => members.map((member) => member.name));
  }

  /** Returns the content of the doc comment that ends right before a position. */
  #commentBefore(position: number): string | undefined {
    const found = this.#parsed.comments.findLast(({ end }) => end <= position);
    if (found === undefined || !found.value.startsWith("*")) return undefined;
    return this.#text.slice(found.end, position).trim() === "" ? found.value.slice(1) : undefined;
  }

  #partAt(position: number): string | undefined {
    const found = this.#parsed.comments.findLast(
      ({ type, value, end }) => type === "Line" && end <= position && /^ -{4} .* -{4,}$/.test(value),
    );
    return found?.value.replace(/^ -+ | -+$/g, "");
  }
}

function isMarked(comment: string | undefined): boolean {
  return comment !== undefined && /@internal|@hidden/.test(comment);
}

/** Returns the text of a doc comment on one line. */
export function plain(comment: string): string {
  const text = comment
    .replace(/^\s*\* ?/gm, "")
    .replace(/@(?:hidden|internal)\b/g, "")
    .replace(/@deprecated\b/g, "Deprecated:")
    .replace(/\{@link (\w+)\}/g, "`$1`");
  return oneLine(text);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
