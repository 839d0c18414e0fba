import type { Operation } from "../../../src/protocol/patch.ts";

type Names = ReadonlyMap<number, string>;

/** Returns operations in the notation of the tables: `new a`, `page[1] + a`, `a.value = "x"`, with names for ids. */
export function compact(operations: readonly Operation[], names: Names): string[] {
  return operations.map((operation) => line(operation, names));
}

function line(operation: Operation, names: Names): string {
  const [id = "", property, slot, at] = operation.path.slice(1).split("/");
  const name = nameOf(Number(id), names);
  const value: unknown = "value" in operation ? operation.value : undefined;
  if (operation.path === "") return "everything";
  if (property === undefined) return newControl(name, value as Record<string, unknown>, names);
  if (property !== "$slots")
    return `${name}.${rest(operation.path)} = ${operation.op === "remove" ? "default" : JSON.stringify(value)}`;
  const target = slot === undefined || slot === "controls" ? name : `${name}.${slot}`;
  if (operation.op === "move") return `${target}: ${operation.from.split("/").at(-1)} → ${at}`;
  if (operation.op === "remove") return at === undefined ? `${target} = []` : `${target} - [${at}]`;
  if (at !== undefined)
    return `${target}[${at}] ${operation.op === "add" ? "+" : "="} ${nameOf(value as number, names)}`;
  return slot === undefined ? `${target} = ${children(value, names)}` : `${target} = ${ids(value, names)}`;
}

function newControl(name: string, document: Record<string, unknown>, names: Names): string {
  const { $type: _, $slots, $error, ...values } = document;
  if (values.value === name) delete values.value;
  const inside = $slots === undefined ? "" : children($slots, names);
  const shown = Object.keys(values).length === 0 ? "" : ` ${JSON.stringify(values)}`;
  return `new ${name}${inside}${shown}${$error === undefined ? "" : " $error"}`;
}

function children(slots: unknown, names: Names): string {
  const lists = Object.entries(slots as Record<string, unknown>);
  return lists.map(([slot, value]) => (slot === "controls" ? "" : `.${slot} `) + ids(value, names)).join(" ");
}

function ids(value: unknown, names: Names): string {
  if (!Array.isArray(value)) return nameOf(value as number, names);
  return `[${value.map((id: number) => nameOf(id, names)).join(" ")}]`;
}

function nameOf(id: number, names: Names): string {
  return names.get(id) ?? `#${id}`;
}

function rest(path: string): string {
  return path.split("/").slice(2).join("/");
}
