import type { Control } from "runlet";
import { isControl, isDefault, type Props, propertyNames } from "./properties.ts";

/** Letters of a line before what is in brackets goes to lines of its own. */
const WIDTH = 64;

/** What constructs a control as it is now: `new Switch({ value: true })`. Handlers are left to the reader. */
export function codeOf(control: Control): string {
  return print(control, "");
}

function print(value: unknown, indent: string): string {
  if (isControl(value)) {
    const names = propertyNames(value).filter((name) => !isDefault(value, name));
    const fields = names.map((name) => [name, (value as unknown as Props)[name]] as const);
    return `new ${value.constructor.name}(${fields.length === 0 ? "" : object(fields, indent)})`;
  }
  if (Array.isArray(value)) return list(value, indent);
  if (value !== null && typeof value === "object") return object(Object.entries(value), indent);
  return JSON.stringify(value) ?? "undefined";
}

function object(fields: readonly (readonly [string, unknown])[], indent: string): string {
  const parts = fields.map(([name, value]) => `${quoted(name)}: ${print(value, `${indent}  `)}`);
  if (parts.length === 0) return "{}";
  return oneLine(`{ ${parts.join(", ")} }`, indent) ?? `{\n${lines(parts, indent)}}`;
}

function list(items: readonly unknown[], indent: string): string {
  const parts = items.map((item) => print(item, `${indent}  `));
  return oneLine(`[${parts.join(", ")}]`, indent) ?? `[\n${lines(parts, indent)}]`;
}

function oneLine(text: string, indent: string): string | undefined {
  return text.includes("\n") || indent.length + text.length > WIDTH ? undefined : text;
}

function lines(parts: readonly string[], indent: string): string {
  return parts.map((part) => `${indent}  ${part},\n`).join("") + indent;
}

function quoted(name: string): string {
  return /^[a-zA-Z_]\w*$/.test(name) ? name : JSON.stringify(name);
}
