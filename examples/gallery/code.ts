import { type Control, TextSpan } from "runlet";
import { isDefault, type Props, propsOf } from "./properties.ts";

/** Letters of a line before what is in brackets goes to lines of its own. */
const WIDTH = 64;

/** What constructs a control as it is now: `new Switch({ value: true })`. Handlers are left to the reader. */
export function codeOf(control: Control): string {
  return print(control, "");
}

function print(value: unknown, indent: string): string {
  if (isControl(value)) {
    const fields = Object.entries(propsOf(value)).filter(([name, entry]) => !isDefault(value, name, entry));
    const { type } = (value.constructor as typeof Control).spec;
    if (fields.length === 0) return `new ${type}()`;
    const read = value as unknown as Props;
    return `new ${type}(${inBrackets(
      "{",
      fields.map(([name]) => [name, read[name]]),
      indent,
      "}",
    )})`;
  }
  if (Array.isArray(value)) {
    return inBrackets(
      "[",
      value.map((item: unknown) => [undefined, item]),
      indent,
      "]",
    );
  }
  if (value !== null && typeof value === "object") return inBrackets("{", Object.entries(value), indent, "}");
  return JSON.stringify(value) ?? "undefined";
}

function inBrackets(
  open: string,
  items: readonly (readonly [string | undefined, unknown])[],
  indent: string,
  close: string,
): string {
  const deeper = `${indent}  `;
  const parts = items.map(([name, item]) => `${name === undefined ? "" : `${key(name)}: `}${print(item, deeper)}`);
  const line = open === "[" ? `[${parts.join(", ")}]` : `{ ${parts.join(", ")} }`;
  if (parts.length === 0) return open + close;
  if (!line.includes("\n") && indent.length + line.length <= WIDTH) return line;
  return `${open}\n${parts.map((part) => `${deeper}${part},\n`).join("")}${indent}${close}`;
}

function key(name: string): string {
  return /^[a-zA-Z_]\w*$/.test(name) ? name : JSON.stringify(name);
}

function isControl(value: unknown): value is Control {
  return value !== null && typeof value === "object" && "isMounted" in value;
}

const COLORS = { text: "tertiary", word: "primary", number: "error", name: "onsurfacevariant" };

/** Code in colours. */
export function highlighted(code: string): TextSpan[] {
  const tokens = code.matchAll(/("(?:[^"\\]|\\.)*")|\b(new|true|false|null)\b|(-?\b\d[\d.]*)|(\b\w+)(?=:)|[\s\S]/g);
  const spans: { text: string; color?: string }[] = [];
  for (const [token, text, word, number, name] of tokens) {
    const kind = text ? "text" : word ? "word" : number ? "number" : name ? "name" : undefined;
    const last = spans.at(-1);
    if (kind === undefined && last !== undefined && last.color === undefined) last.text += token;
    else spans.push({ text: token, ...(kind && { color: COLORS[kind] }) });
  }
  return spans.map(({ text, color }) => new TextSpan({ text, ...(color && { style: { color } }) }));
}
