import type { Read } from "../../../controls/control-props.ts";
import type { Breakpoints, BreakpointsBy } from "../../../controls/grid/breakpoints.ts";
import type { ResponsiveRowProps } from "../../../controls/grid/responsive-row.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { toCrossAxis, toMainAxis } from "../../dom/css-values.ts";
import { setResponsive } from "../../features/columns.ts";
import { hugLines } from "../../features/wrapped-lines.ts";
import { scrollProps, setScroll } from "../../input/scroll-props.ts";
import type { Box } from "../../rendering/boxes.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

interface ResponsiveRowParts extends Parts {
  /** Element that contains the lines. Their layout depends on the width of the root element. */
  readonly lines: HTMLElement;
}

const scrolling = scrollProps(() => "y");

/** Class names by set of breakpoints. */
const classes = new Map<string, string>();

/**
 * Returns the CSS class that selects numbers by width. If several breakpoints with a number are reached, the widest one
 * counts.
 */
function classOf(breakpoints: Breakpoints, by: BreakpointsBy): string {
  const names = Object.entries(breakpoints).sort(([, a], [, b]) => a - b);
  const key = JSON.stringify([by, names]);
  const known = classes.get(key);
  if (known !== undefined) return known;
  const name = `r-responsive-row-widths-${classes.size}`;
  classes.set(key, name);
  const reset = (of: string) =>
    [`--r-${of}`, ...names.map(([at]) => `--r-${of}-${at}`)].map((variable) => `${variable}: initial;`).join(" ");
  const sheet = [`.${name} { ${reset("columns")} ${reset("space")} ${reset("runs")} }`];
  for (const [at] of names) sheet.push(`@property --r-col-${at} { syntax: "*"; inherits: false; }`);
  // Of a row in another one, the selector is more specific, so that its own breakpoints apply.
  const columns = ["", ".r-responsive-row ", ".r-responsive-row .r-responsive-row "]
    .map((around) => `${around}.${name} [data-box~="column"]`)
    .join(", ");
  for (const [index, [, from]] of names.entries()) {
    const value = (of: string, initial: number) =>
      names
        .slice(0, index + 1)
        .reduce((before, [at]) => `var(--r-${of}-${at}, ${before})`, `var(--r-${of}, ${initial})`);
    sheet.push(`${by === "row" ? "@container" : "@media"} (min-width: ${from}px) {
      .${name} > .r-responsive-row-lines { --r-count: ${value("columns", 12)}; --r-between: ${value("space", 10)}; --r-below: ${value("runs", 10)}; }
      ${columns} { --r-cols: ${value("col", 12)}; }
    }`);
  }
  adopt(sheet.join("\n"));
  return name;
}

function choose({ root, props: { breakpoints, breakpointsBy } }: View<ResponsiveRowProps<Read>>): void {
  root.className = root.className.replace(/ ?\br-responsive-row-widths-\d+/, "");
  if (breakpoints !== undefined) root.classList.add(classOf(breakpoints, breakpointsBy ?? "window"));
}

/** Controls in columns. The layout depends on the width of the row. */
export const renderer: Renderer<ResponsiveRowProps<Read>, ResponsiveRowParts> = {
  create() {
    const root = element("div", "r-responsive-row");
    const lines = element("div", "r-responsive-row-lines");
    root.append(lines);
    return { root, lines };
  },
  slot: ({ parts }) => parts.lines,
  methods: { scrollTo: scrolling.scrollTo },
  childrenChanged: (view) => scrolling.follow(view),
  props: {
    breakpoints: choose,
    breakpointsBy: choose,
    columns: ({ root, props }) => setResponsive(root, "columns", props.columns === 12 ? undefined : props.columns),
    spacing: ({ root, props }) => setResponsive(root, "space", props.spacing === 10 ? undefined : props.spacing),
    runSpacing: ({ root, props }) =>
      setResponsive(root, "runs", props.runSpacing === 10 ? undefined : props.runSpacing),
    alignment(view) {
      const { parts, props } = view;
      setStyle(parts.lines, "justify-content", props.alignment === "start" ? null : toMainAxis(props.alignment));
      if (props.alignment !== "start") hugLines(view as Box, parts.lines, () => view.limits?.x !== "tight");
    },
    verticalAlignment: ({ parts, props }) =>
      setStyle(
        parts.lines,
        "align-items",
        props.verticalAlignment === "start" ? null : toCrossAxis(props.verticalAlignment),
      ),
    scroll: ({ root, props }) => setScroll(root, props.scroll, "y"),
    onScroll: scrolling.onScroll,
  },
};

adopt(css`
.r-responsive-row { container-type: inline-size; flex: none; }
.r-responsive-row-lines {
  --r-count: var(--r-columns, 12);
  --r-between: var(--r-space, 10);
  --r-below: var(--r-runs, 10);
  display: flex;
  flex-wrap: wrap;
  place-content: flex-start;
  align-items: flex-start;
  block-size: 100%;
  margin-inline-end: -0.05px;
  gap: calc(var(--r-below) * 1px) calc(var(--r-between) * 1px);
}
@property --r-col { syntax: "*"; inherits: false; }
[data-box~="column"] {
  --r-cols: var(--r-col, 12);
  --r-between-cols: calc(var(--r-between) * 1px);
  flex: none !important;
  inline-size: calc(
    (100cqi + var(--r-between-cols)) / var(--r-count) * var(--r-cols) - var(--r-between-cols) - var(--r-mx)
  ) !important;
}
`);
