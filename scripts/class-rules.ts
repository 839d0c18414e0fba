import { type Selector, type SelectorComponent, transform } from "lightningcss";

/** A style sheet of the client: the file that contains it, relative to `src/client`, and its CSS. */
export interface Sheet {
  readonly file: string;
  readonly css: string;
}

/**
 * Prefixes of the files whose classes do not begin with the file's own name. By default, `list-view.ts` owns
 * `r-list-view` and all classes that begin with `r-list-view-`. The endings `-parts`, `-renderer`, `-style` and
 * `-styles` do not count.
 */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  // Short forms of long names.
  "controls/button/floating-action-button.ts": ["r-fab"],
  "controls/markdown/markdown.ts": ["r-md"],
  // The file's own name is the prefix of a file that several renderers use.
  "controls/display/icon.ts": ["r-icon-control"],
  "controls/icon-button/icon-button.ts": ["r-plain-icon-button"],
  "controls/menu-bar/menu-item.ts": ["r-menu-bar-item"],
  "input/press.ts": ["r-pressable"],
  // Several controls, or elements that all pages have.
  "controls/flex/flex.ts": ["r-flex", "r-row", "r-column"],
  "controls/segmented/segmented-button.ts": ["r-segmented-button", "r-segment"],
  "parts/menu-surface.ts": ["r-menu-surface", "r-menu"],
  "parts/page-frame.ts": ["r-page", "r-window"],
  "features/bars.ts": ["r-page"],
  "theme/theme.ts": ["r-root", "r-stage", "r-hidden", "r-error", "r-notice", "r-notices"],
  // What the elements are, where the file is named after what it does.
  "parts/button-style.ts": ["r-press"],
  "parts/form-field-styles.ts": ["r-field"],
  "features/display-contents.ts": ["r-control"],
  "dom/decoration.ts": ["r-layer"],
  // Classes of highlight.js.
  "controls/markdown/highlight.ts": ["hljs"],
};

/**
 * Returns what breaks the rule of class names: a sheet styles only elements with classes of its own file. Styled are the
 * classes in the last compound of a selector: in `.r-menu > .r-divider:not(.r-box-wide)`, only `r-divider`. The other
 * compounds, and the arguments of `:not()` and `:has()`, may name any class.
 */
export function classProblems(sheets: readonly Sheet[]): string[] {
  const prefixes = new Map(sheets.map(({ file }) => [file, prefixesOf(file)]));
  const styledIn = new Map<string, string>();
  const problems: string[] = [];
  for (const { file, css } of sheets) {
    const { classes, animations } = namesIn(file, css);
    for (const name of [...classes, ...animations]) {
      const what = animations.has(name) ? `@keyframes ${name}` : `.${name}`;
      const other = styledIn.get(name);
      if (other === undefined) styledIn.set(name, file);
      const own = prefixes.get(file) ?? [];
      const prefix = longestPrefix(name, [...prefixes.values()].flat());
      if (other !== undefined && other !== file) {
        problems.push(
          `${file}: ${what} is also in ${other}. Move the rule there, or give the element a class that begins with ${own[0]}.`,
        );
      } else if (prefix === undefined || !own.includes(prefix)) {
        const owners = [...prefixes].filter(([, all]) => all.includes(prefix ?? "")).map(([owner]) => owner);
        const instead = owners.length === 0 ? "" : `, or move the rule to ${owners.join(" or ")}`;
        problems.push(`${file}: ${what} does not begin with ${own.join(" or ")}. Rename it${instead}.`);
      }
    }
  }
  return problems;
}

function prefixesOf(file: string): readonly string[] {
  const name = file.replace(/^.*\/|\.ts$/g, "").replace(/-(?:parts|renderer|styles?)$/, "");
  return PREFIXES[file] ?? [`r-${name}`];
}

function longestPrefix(name: string, prefixes: readonly string[]): string | undefined {
  const matching = prefixes.filter((prefix) => name === prefix || name.startsWith(`${prefix}-`));
  return matching.sort((one, other) => other.length - one.length)[0];
}

/** Returns the classes that a sheet styles, and the names of its animations. */
function namesIn(file: string, css: string): { readonly classes: Set<string>; readonly animations: Set<string> } {
  const classes = new Set<string>();
  const animations = new Set<string>();
  transform({
    filename: file,
    code: Buffer.from(css),
    visitor: {
      Rule: {
        style({ value }) {
          for (const selector of value.selectors) addStyled(selector, classes);
        },
        keyframes({ value }) {
          animations.add(value.name.value);
        },
      },
    },
  });
  return { classes, animations };
}

function addStyled(selector: Selector, classes: Set<string>): void {
  for (const part of lastCompound(selector)) {
    if (part.type === "class") classes.add(part.name);
    if (part.type !== "pseudo-class" || (part.kind !== "is" && part.kind !== "where")) continue;
    for (const inner of part.selectors) addStyled(inner, classes);
  }
}

/** Returns the last compound of a selector. The parser puts a combinator before each pseudo-element, too. */
function lastCompound(selector: Selector): readonly SelectorComponent[] {
  const isBoundary = (part: SelectorComponent): boolean =>
    part.type === "combinator" && part.value !== "pseudo-element";
  return selector.slice(selector.findLastIndex(isBoundary) + 1);
}
