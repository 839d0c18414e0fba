import type { LayoutNode, Value } from "../../test/layout/case.ts";

/** A line of an outline, and the key of the control that it begins, if it has one. */
export interface OutlineLine {
  readonly text: string;
  readonly key?: string | undefined;
}

/** Length from which a line continues in the next one. */
const LONGEST = 46;

/** Returns the controls of a page in the notation of the cases, one in a line. The page itself is left out if it is plain. */
export function outlineOf(page: LayoutNode, longest: number = LONGEST): OutlineLine[] {
  const hasSlots = Object.keys(page.slots).length > 0;
  const isPlain = page.type === "page" && Object.keys(page.properties).length === 0 && !hasSlots;
  const own = isPlain ? [] : linesOf({ ...page, children: [] }, 0, longest);
  return [...own, ...page.children.flatMap((child) => linesOf(child, 0, longest))];
}

function linesOf(node: LayoutNode, depth: number, longest: number): OutlineLine[] {
  const indent = "  ".repeat(depth);
  const words = Object.entries(node.properties).map(([name, value]) =>
    value === true ? name : `${name}=${valueText(value)}`,
  );
  const texts = [`${indent}${node.type}${node.key === undefined ? "" : ` ${node.key}`}`];
  for (const word of words) {
    const last = texts.length - 1;
    if (texts[last]!.length + word.length < longest) texts[last] += ` ${word}`;
    else texts.push(`${indent}      ${word}`);
  }
  const lines = texts.map((text, index): OutlineLine => (index === 0 ? { text, key: node.key } : { text }));
  for (const [name, nodes] of Object.entries(node.slots)) {
    lines.push({ text: `${indent}  ${name}:` });
    for (const inner of nodes) lines.push(...linesOf(inner, depth + 2, longest));
  }
  for (const child of node.children) lines.push(...linesOf(child, depth + 1, longest));
  return lines;
}

function valueText(value: Value): string {
  if (value === null || typeof value !== "object") return String(value);
  const parts = Object.entries(value).map(([name, inner]) => `${name}:${valueText(inner)}`);
  return `{${parts.join(",")}}`;
}
