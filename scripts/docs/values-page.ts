import { palette } from "../../src/values/palette.ts";
import { declarationFiles, sourceFiles } from "../controls.ts";
import type { Links } from "./links.ts";
import { code } from "./markdown.ts";
import { typeSection } from "./members.ts";
import { type Declaration, declarationsIn } from "./source.ts";

const INTRO = `
# Value types

Types of the values that properties have, and of the data of events, in alphabetical order. All are exported by \`runlet\`.
A type that is a list of words is also a constant of the same name, an array of these words.
`;

/** Words of types that are computed, and so are not in their definition. */
const COMPUTED: { readonly [type: string]: readonly string[] } = { PaletteColor: [...palette.keys()] };

/** Types for declarations of controls, which are not values of properties. */
const OTHERS: ReadonlySet<string> = new Set([
  ...[
    "Mode",
    "Literal",
    "Read",
    "In",
    "Children",
    "Plain",
    "Semantics",
    "Spec",
    "SpecOptions",
    "ControlEvent",
    "EventHandler",
  ],
  ...["Main", "Session", "HostOptions", "PageError"],
]);

/** Returns the public types of values: those of `src/values`, and those of one family of controls. */
export function valueTypes(): Declaration[] {
  const files = [...declarationFiles(), ...sourceFiles("src/values")];
  const all = files.flatMap((file) => {
    const declarations = declarationsIn(file);
    // The interface of a class's properties has the name of the class.
    const classes = new Set(declarations.flatMap(({ kind, name }) => (kind === "class" ? [name] : [])));
    return declarations.filter(({ kind, name, isHidden, file: at }) => {
      if (isHidden || classes.has(name) || OTHERS.has(name) || name.endsWith("Props")) return false;
      return (kind === "interface" || kind === "type") && !at.startsWith("src/controls/page/");
    });
  });
  return all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Returns the page of all value types. */
export function valuesPage(types: readonly Declaration[], links: Links): string {
  const at = links.from("values.md");
  const sections = types.map((type) => {
    const words = COMPUTED[type.name];
    const list = words === undefined ? "" : `\n${words.map((word) => code(JSON.stringify(word))).join(", ")}\n`;
    return typeSection(type, at) + list;
  });
  return `${INTRO}${sections.join("")}`;
}
