import { resolve } from "node:path";
import { Control, Page } from "runlet";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadControls } from "../../scripts/controls.ts";
import { LanguageServer, type Position } from "./language-server.ts";

const controls = await loadControls();
const DOCUMENT = resolve("test/types/hover-probe.ts");
const common = new Set(Object.keys(Control.spec.entries));

/** A document that names each property of each control twice: read from a control, and in the literal that makes one. */
const lines: string[] = [`import { ${controls.map(({ type }) => type).join(", ")} } from "runlet";`];
const positions = new Map<string, { readonly read: Position; readonly literal: Position | undefined }>();
for (const { type, class: control } of controls) {
  lines.push(`declare const a${type}: ${type};`);
  for (const name of Object.keys(control.spec.entries)) {
    const read = { line: lines.push(`a${type}.${name};`) - 1, character: type.length + 3 };
    // The framework creates the page, and the common properties are the same interface in each literal.
    const hasLiteral = control !== Page && (control === (Control as unknown) || !common.has(name));
    const at = hasLiteral ? lines.push(`new ${type}({ ${name}: undefined! });`) - 1 : undefined;
    const literal = at === undefined ? undefined : { line: at, character: type.length + 8 };
    positions.set(`${type}.${name}`, { read, literal });
  }
}
const members = [
  "add",
  "remove",
  "now",
  "loop",
  "pubsub",
  "session",
  "onError",
  "runTask",
  "sleep",
  "bind",
  "changes",
  "events",
  "effect",
  "own",
  "edit",
  "reset",
  "emit",
  "rebuild",
  "update",
  "build",
  "didMount",
  "key",
  "data",
  "id",
  "parent",
  "page",
];
const memberLines = members.map((name) => [name, { line: lines.push(`aPage.${name};`) - 1, character: 7 }] as const);

/** Returns the documentation in a hover, which follows the type as a block of code. */
function documentationOf(hover: string): string {
  return hover.replace(/^```[\s\S]*?```/, "").trim();
}

describe("an editor shows the documentation of", () => {
  const server = new LanguageServer();
  beforeAll(async () => {
    await server.open(process.cwd());
    server.openDocument(DOCUMENT, lines.join("\n"));
  });
  afterAll(() => server.close());

  test.each(controls)("every property of $type", async ({ type, class: control }) => {
    const missing: string[] = [];
    for (const name of Object.keys(control.spec.entries)) {
      const place = positions.get(`${type}.${name}`);
      const read = documentationOf(await server.hover(DOCUMENT, place?.read as Position));
      if (read === "") missing.push(name);
      if (place?.literal === undefined) continue;
      expect(documentationOf(await server.hover(DOCUMENT, place.literal)), `${type}.${name} in a literal`).toBe(read);
    }
    expect(missing).toEqual([]);
  });

  test.each(memberLines)("the member %s of the page", async (_, position) => {
    expect(documentationOf(await server.hover(DOCUMENT, position))).not.toBe("");
  });
});
