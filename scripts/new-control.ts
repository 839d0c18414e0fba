import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { kebabCase } from "./controls.ts";
import { loadFamilies } from "./families.ts";

/**
 * `npm run new-control Switch -- --family choice`: writes the two files of a new control, with TODO comments to fill in.
 */
const { values, positionals } = parseArgs({ options: { family: { type: "string" } }, allowPositionals: true });
const [given = ""] = positionals;
const { family = "" } = values;
const type =
  given.charAt(0).toUpperCase() + given.slice(1).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
if (!/^[A-Z][A-Za-z0-9]+$/.test(type)) {
  console.error("Name the control: npm run new-control Switch -- --family choice");
  process.exit(1);
}
if (!/^[a-z][a-z-]*$/.test(family)) {
  const known = [...(await loadFamilies()).keys()].sort();
  console.error(`Name its family, which is its folder and its chunk: --family ${known.join(" | ")} | a new one`);
  process.exit(1);
}
const file = `${family}/${kebabCase(type)}.ts`;

write(
  `src/controls/${file}`,
  `import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, flag, payload, type Spec, spec } from "../spec.ts";

/** Properties of {@link ${type}}. */
export interface ${type}Props<M extends Mode = Literal> extends LayoutProps<M> {
  /** Whether TODO. Default \`false\`. */
  value?: In<M, boolean>;
  /** Called when TODO. \`data\` is the new value. */
  onChange?: EventHandler<${type}, boolean> | undefined;
}

export interface ${type} extends Plain<${type}Props<Read>> {}

/** TODO: what it does for a person, as a noun phrase: "A button with …". */
export class ${type} extends Control {
  static override readonly spec: Spec<${type}Props<Read>> = spec<${type}Props<Read>, LayoutProps<Read>>("${type}", Control, {
    value: flag(false).writable(),
    onChange: event(payload.boolean),
  });

  constructor(props?: ${type}Props) {
    super(props);
  }
}
`,
);
write(
  `src/client/controls/${file}`,
  `import type { ${type}Props } from "../../../controls/${file}";
import type { Read } from "../../../controls/control-props.ts";
import { adopt, css, element } from "../../dom/css.ts";
import type { Renderer } from "../../rendering/renderer.ts";

/** TODO: how the control is drawn. */
export const renderer: Renderer<${type}Props<Read>> = {
  create: () => ({ root: element("div", "r-${kebabCase(type)}") }),
  props: {
    value: ({ root, props }) => void root.classList.toggle("r-${kebabCase(type)}-on", props.value === true),
  },
};

adopt(css\`
.r-${kebabCase(type)} { display: block; }
\`);
`,
);
spawnSync("npx", ["biome", "format", "--write", `src/controls/${file}`], {
  stdio: "ignore",
  shell: process.platform === "win32",
});
console.log(`Fill in the TODO comments in both files.
Then run npm run generate, add an example and a test, and list the differences if the control differs from Flet's.`);

function write(path: string, text: string): void {
  if (existsSync(path)) {
    console.error(`${path} already exists.`);
    process.exit(1);
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}
