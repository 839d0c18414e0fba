import type { Prop } from "../../src/core/declaration/spec.ts";
import { encodeAs } from "../../src/core/declaration/types.ts";

/** Values of every type that properties have. A property whose type has no values here fails the contract test. */
const VALUES: readonly unknown[] = [
  ...[
    true,
    false,
    3,
    0.5,
    40,
    1,
    0,
    -1,
    100,
    "home",
    "end",
    "center",
    "red500",
    "#ff00ff",
    "/path",
    "text",
    "a,b",
    "en",
  ],
  ...["2026-11-27", "https://example.com/", "vscode", "copy"],
  ...[
    { x: 1, y: -1 },
    { x: 0.5, y: 0 },
    { left: 4, top: 8 },
    { angle: 1 },
    { flipX: true },
    { size: 20 },
    { size: 12 },
  ],
  ...[["text"], ["a", "b"], [1, 2], [{ blurRadius: 4 }], { blurRadius: 2 }, [], {}],
  ...[{ type: "linear", colors: ["red", "primary"] }, { top: { width: 2 } }, { width: 2 }, { src: "/a.png" }],
  ...[{ bgcolor: "primary" }, { color: "red" }, { default: "red" }, { hovered: 2 }, { duration: 200 }],
  { matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1] },
  ...[
    { type: "stadium" },
    { type: "circle" },
    { type: "circular" },
    { type: "roundedRectangle", radius: 4 },
    { regexString: "[a-z]" },
  ],
  ...[{ baseOffset: 0, extentOffset: 0 }, { message: "tip" }, { minWidth: 10 }, { width: 10, height: 10 }],
  ...[{ colorSchemeSeed: "green" }, { Roboto: "/roboto.woff2" }, { xs: 6, md: 3 }, { start: 1, end: 2 }],
  ...[[{ key: "a", value: "Apple" }], [{ value: "Apple" }], { fontSize: 12 }, { url: "https://example.com/" }],
];

/** Returns the strings in a type's name, which are the allowed values of a choice. */
function wordsOf(name: string): unknown[] {
  return [...name.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([word]) => JSON.parse(word) as unknown);
}

/** Returns the first values other than the default that a property accepts, each with a different encoding. */
export function valuesOf(prop: Prop<unknown>, most = 2): unknown[] {
  const found: unknown[] = [];
  const seen = new Set<string>();
  for (const value of [...wordsOf(prop.type.name), ...VALUES]) {
    if (value === null || prop.type.check(value) !== undefined || prop.isDefault(value)) continue;
    const wire = JSON.stringify(encodeAs(prop.type, value));
    if (seen.has(wire)) continue;
    seen.add(wire);
    found.push(value);
    if (found.length === most) break;
  }
  return found;
}

/** Returns a value that the property rejects, if there is one. */
export function wrongFor(prop: Prop<unknown>): unknown {
  return [Number.NaN, { surely: "not" }, [[]], "\u0000no such word", 3.7, -5, Symbol("no")].find(
    (value) => prop.type.check(value) !== undefined,
  );
}
