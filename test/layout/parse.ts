import { readdirSync, readFileSync } from "node:fs";
import type { Box, LayoutCase, LayoutNode, Value } from "./case.ts";

const FOLDER = new URL("cases/", import.meta.url);

/** Returns the cases of each group, by the name of the group. */
export function readCorpus(): Map<string, LayoutCase[]> {
  const groups = new Map<string, LayoutCase[]>();
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".txt"));
  for (const file of files.sort()) {
    const group = file.replace(/(-\d+)?\.txt$/, "");
    const cases = parseCases(readFileSync(new URL(file, FOLDER), "utf8"), group, file);
    groups.set(group, [...(groups.get(group) ?? []), ...cases]);
  }
  return groups;
}

/** Returns the cases in a text of the notation that `cases/README.md` describes. `file` is the name for errors. */
export function parseCases(text: string, group: string, file: string): LayoutCase[] {
  const cases: LayoutCase[] = [];
  const outline = new Outline(text, file);
  while (outline.current !== undefined) cases.push(readCase(outline, group));
  return cases;
}

interface Line {
  readonly depth: number;
  readonly text: string;
  readonly number: number;
}

/** Lines of a text without comments and empty lines, read one by one. */
class Outline {
  readonly #lines: readonly Line[];
  readonly #file: string;
  #next = 0;

  constructor(text: string, file: string) {
    const lines = text.split("\n").map((line, index) => {
      const indent = line.length - line.trimStart().length;
      return { depth: indent / 2, text: line.trim(), number: index + 1 };
    });
    this.#lines = lines.filter(({ text }) => text !== "" && !text.startsWith("# "));
    this.#file = file;
  }

  /** The line that is read next. */
  get current(): Line | undefined {
    return this.#lines[this.#next];
  }

  /** Returns the next line if it has this depth, and moves past it. */
  take(depth: number): Line | undefined {
    const line = this.current;
    if (line !== undefined && line.depth > depth) this.fail(line, "it is indented too far");
    if (line === undefined || line.depth < depth) return undefined;
    this.#next++;
    return line;
  }

  fail({ number, text }: Line, reason: string): never {
    throw new Error(`test/layout/cases/${this.#file}:${number}: "${text}" is wrong: ${reason}.`);
  }
}

function readCase(outline: Outline, group: string): LayoutCase {
  const heading = outline.take(0)!;
  const [, name, width, height] = /^(\S+) +(\d+) x (\d+)$/.exec(heading.text) ?? [];
  if (name === undefined) outline.fail(heading, "a case begins with a name and a size, such as `tight  400 x 300`");
  let page: LayoutNode = { type: "page", properties: {}, slots: {}, children: [] };
  const children: LayoutNode[] = [];
  const boxes: Record<string, Box> = {};
  for (let line = outline.take(1); line !== undefined; line = outline.take(1)) {
    const [, key, box] = /^(\S+): +(.+)$/.exec(line.text) ?? [];
    if (key !== undefined) boxes[key] = readBox(outline, line, box!);
    else if (/^(page|view)\b/.test(line.text)) page = readNode(outline, line);
    else children.push(readNode(outline, line));
  }
  page = { ...page, children };
  const [drawn, listed] = [keysIn(page).sort().join(", "), Object.keys(boxes).sort().join(", ")];
  if (drawn !== listed) outline.fail(heading, `the Containers ${drawn} have keys, but the boxes are of ${listed}`);
  return { name: `${group}/${name}`, width: Number(width), height: Number(height), page, boxes };
}

function readNode(outline: Outline, line: Line): LayoutNode {
  const [type = "", ...words] = line.text.split(/ +/);
  if (!/^([A-Z]\w*|page|view)$/.test(type)) outline.fail(line, "a control begins with its type");
  const key = type === "Container" && /^[^=]+$|^=$/.test(words[0] ?? "") ? words.shift() : undefined;
  const properties: Record<string, Value> = {};
  for (const word of words) {
    const [, name, value] = /^([a-z]\w*)(?:=(.+))?$/i.exec(word) ?? [];
    if (name === undefined) outline.fail(line, `"${word}" is no property`);
    properties[name] = readValue(outline, line, value ?? "true");
  }
  const slots: Record<string, LayoutNode[]> = {};
  const children: LayoutNode[] = [];
  for (let inner = outline.take(line.depth + 1); inner !== undefined; inner = outline.take(line.depth + 1)) {
    const [, slot] = /^([a-z]\w*):$/i.exec(inner.text) ?? [];
    if (slot === undefined) children.push(readNode(outline, inner));
    else slots[slot] = readNodes(outline, inner.depth + 1);
  }
  return { type, ...(key !== undefined && { key }), properties, slots, children };
}

function readNodes(outline: Outline, depth: number): LayoutNode[] {
  const nodes: LayoutNode[] = [];
  for (let line = outline.take(depth); line !== undefined; line = outline.take(depth))
    nodes.push(readNode(outline, line));
  return nodes;
}

/** Reads `12`, `true`, `end` or `{left:5,top:10}`. */
function readValue(outline: Outline, line: Line, text: string): Value {
  if (/^\w+$/.test(text) && !/^(\d.*|true|false|null)$/.test(text)) return text;
  try {
    return JSON.parse(text.replace(/[a-z]\w*(?=:)/gi, '"$&"')) as Value;
  } catch {
    return outline.fail(line, `"${text}" is no value`);
  }
}

function readBox(outline: Outline, line: Line, text: string): Box {
  if (text === "nothing") return null;
  const [left, top, width, height, ...more] = text.split(" ").map(Number);
  if (!(height !== undefined && height >= 0) || more.length > 0)
    outline.fail(line, "a box has four numbers, or is `nothing`");
  return [left!, top!, width!, height];
}

function keysIn(node: LayoutNode): string[] {
  const inner = [...Object.values(node.slots).flat(), ...node.children].flatMap(keysIn);
  return node.key === undefined ? inner : [node.key, ...inner];
}
