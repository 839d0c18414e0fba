import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "rolldown/parseAst";

/** A regular expression in a source file. */
export interface Expression {
  readonly file: string;
  readonly source: string;
  readonly flags: string;
  /** Whether it is the separator of `split()`. */
  readonly isSeparator: boolean;
}

/** The regular expressions of a source file, and the code that makes others while it runs. */
export interface Expressions {
  readonly literals: readonly Expression[];
  /** Code such as `new RegExp(name)`, with its file. No checker can know these expressions. */
  readonly made: readonly string[];
}

interface Syntax {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly regex?: { readonly pattern: string; readonly flags: string };
  readonly value?: unknown;
  readonly name?: string;
  readonly callee?: Syntax;
  readonly property?: Syntax;
  readonly arguments?: readonly Syntax[];
}

/** Methods of a text that turn a text into a regular expression. */
const CONVERTING: readonly (string | undefined)[] = ["match", "matchAll", "search"];

/** Returns the regular expressions of all files in a folder. */
export function expressionsIn(folder: string): Expressions {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const found = files
    .sort()
    .map((name) => join(folder, name))
    .map((path) => expressionsOf(readFileSync(path, "utf8"), path));
  return { literals: found.flatMap(({ literals }) => literals), made: found.flatMap(({ made }) => made) };
}

/** Returns the regular expressions of a source text, as a parser finds them. */
export function expressionsOf(text: string, file: string): Expressions {
  const literals: Expression[] = [];
  const made: string[] = [];
  const visit = (value: unknown, parent?: Syntax): void => {
    if (Array.isArray(value)) return value.forEach((item) => void visit(item, parent));
    if (value === null || typeof value !== "object" || !("type" in value)) return;
    const node = value as Syntax;
    if (node.regex !== undefined) {
      const isSeparator = parent?.callee?.property?.name === "split";
      literals.push({ file, source: node.regex.pattern, flags: node.regex.flags, isSeparator });
    }
    if (isMaking(node)) made.push(`${file}: ${text.slice(node.start, node.end)}`);
    for (const part of Object.values(node)) visit(part, node);
  };
  visit(parseAst(text, { lang: "ts" }, file));
  return { literals, made };
}

/** Returns whether code makes a regular expression from a text. */
function isMaking({ type, callee, arguments: given }: Syntax): boolean {
  if (type !== "NewExpression" && type !== "CallExpression") return false;
  if (callee?.name === "RegExp" || callee?.property?.name === "RegExp") return true;
  const [first] = given ?? [];
  if (first === undefined || !CONVERTING.includes(callee?.property?.name)) return false;
  return typeof first.value === "string" || first.type === "TemplateLiteral" || first.type === "BinaryExpression";
}

/** Texts that match parts of common expressions. */
const COMMON = ["a", "A", "0", " ", "\n", "\t", "_", "-", ".", ",", "/", "\\", '"', "(", "<", "\u0301", "\ud800", "\0"];
/** What is no text in the source of an expression: groups, classes of characters, and marks with a meaning. */
const MARKS = /\(\?[:=!]|\(\?<[=!]|\\[bBdDsSwW]|\\[pP]\{\w+\}|(?<!\\)[.^$*+?()[\]{}|]/g;

/**
 * Returns texts of a given length that make an expression work hard if it is not linear: repetitions of what its source
 * contains, alone and in pairs, with and without an end that does not match.
 */
export function* attacksOn({ source }: Expression, length: number): Generator<string> {
  const words = source.replaceAll(MARKS, " ").replaceAll("\\", "").split(" ");
  const own = [...new Set(words.filter((word) => word !== ""))].slice(0, 8);
  const pairs = own.flatMap((first) => [...own, " ", "a"].map((second) => first + second));
  const beginnings = ["", ...own.slice(0, 3)];
  for (const piece of [...own, ...pairs, ...COMMON]) {
    const repeated = piece.repeat(Math.ceil(length / piece.length));
    for (const beginning of beginnings) yield `${beginning}${repeated}`;
    yield `${repeated}\0`;
  }
}
