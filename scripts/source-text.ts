/** A piece of text, and the line of its file on which it begins. */
export interface Text {
  readonly text: string;
  readonly line: number;
}

/** A property of an exported interface, and its documentation. */
export interface Property {
  readonly name: string;
  /** Its type as it is written, on its first line. */
  readonly type: string;
  readonly doc: string | undefined;
  readonly line: number;
}

type Token = Text & { readonly kind: "comment" | "string" | "pattern" };

/**
 * The comments, strings and regular expressions of a TypeScript source, by a scanner that knows quotes, templates, and where
 * a slash begins a regular expression.
 */
function scan(source: string): Token[] {
  const pattern =
    /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|(?<=[(,=:[!&|?{};]\s*|return\s)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\//g;
  const tokens: Token[] = [];
  let [line, last] = [1, 0];
  for (const { 0: text, index } of source.matchAll(pattern)) {
    line += source.slice(last, index).split("\n").length - 1;
    last = index;
    if (text.startsWith("/*") || text.startsWith("//")) tokens.push({ kind: "comment", text, line });
    else if (text.startsWith("/")) tokens.push({ kind: "pattern", text, line });
    else tokens.push({ kind: "string", text: text.slice(1, -1), line });
  }
  return tokens;
}

/** The comments of a source, without code in backticks and names in tags. */
export function commentsIn(source: string): Text[] {
  return scan(source)
    .filter(({ kind, text }) => kind === "comment" && !text.includes("biome-ignore"))
    .map(({ text, line }) => ({ text: withoutCode(text), line }));
}

/** The strings of a source that people read: the names of tests, or all that are sentences. */
export function textsIn(source: string, which: "test names" | "messages"): Text[] {
  const strings = scan(source).filter(({ kind }) => kind === "string");
  if (which === "messages") return strings.filter(({ text }) => text.split(" ").length > 3).map(plain);
  const lines = source.split("\n");
  const isName = ({ line }: Text) => /^\s*(?:(?:test|describe)[.(]|\](?: as const)?\)\()/.test(lines[line - 1] ?? "");
  return strings.filter((text) => isName(text) && text.text.includes(" ")).map(plain);
}

function plain({ text, line }: Text): Text {
  return { text: withoutCode(text), line };
}

function withoutCode(text: string): string {
  return text.replace(/`[^`]*`|\{@link [^}]*\}|https?:\S+|\$\{[^}]*\}/g, "");
}

/** The words of the identifiers of a source, one text for each line of code. */
export function identifiersIn(source: string): Text[] {
  let code = source;
  for (const { text } of scan(source)) code = code.replace(text, text.replace(/[^\n]/g, " "));
  return code.split("\n").map((text, index) => ({
    text: text.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/[^A-Za-z]+/g, " "),
    line: index + 1,
  }));
}

/** The properties of the exported interfaces of a source. */
export function interfacePropertiesIn(source: string): Property[] {
  const found: Property[] = [];
  for (const { 1: body = "", index, 0: whole } of source.matchAll(/^export interface [^{]+\{\n(.*?)^\}/gms)) {
    const offset = index + whole.indexOf(body);
    for (const match of body.matchAll(
      /(?:\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s+)?^ {2}(?:readonly )?(\w+)\??:([^\n]*)/gm,
    )) {
      const [, doc, name = "", type = ""] = match;
      const line = source.slice(0, offset + match.index + match[0].length).split("\n").length;
      found.push({ name, type, doc: doc?.replace(/^\s*\* ?/gm, "").trim(), line });
    }
  }
  return found;
}
