import type { Control } from "runlet";
import { isControl, isDefault, type Props, propertyNames } from "./properties.ts";

/** Largest number of characters of a line before the content of brackets is split into several lines. */
const WIDTH = 64;

/**
 * Returns the code that creates a control with its current properties: `new Switch({ value: true })`. Omits handlers.
 */
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
