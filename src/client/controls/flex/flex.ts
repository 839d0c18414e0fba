import type { Read } from "../../../controls/control-props.ts";
import type { RowProps } from "../../../controls/flex/row.ts";
import type { CrossAxisAlignment, MainAxisAlignment } from "../../../values/layout.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { px, toCrossAxis, toMainAxis } from "../../dom/css-values.ts";
import { scrollProps, setScroll } from "../../input/scroll-props.ts";
import type { Parts, Renderer, Setter } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

/** Properties that Row and Column share. Properties whose names differ between the two are not included. */
type FlexProps = Omit<RowProps<Read>, "verticalAlignment" | "intrinsicHeight" | "onScroll">;

/** Returns a renderer for children along an axis. `x` is a row. */
export function flexRenderer<P extends FlexProps>(
  axis: "x" | "y",
  cross: { readonly alignment: keyof P; readonly intrinsic: keyof P; readonly usual: CrossAxisAlignment },
): Renderer<P> {
  const gap: Setter<P, Parts> = ({ root, props }) => {
    const { spacing, runSpacing, wrap } = props as FlexProps;
    const between = px(spacing) ?? "0";
    const runs = wrap === true ? (px(runSpacing) ?? "0") : between;
    const isUsual = between === "10px" && runs === "10px";
    setStyle(root, "gap", isUsual ? null : axis === "x" ? `${runs} ${between}` : `${between} ${runs}`);
    setStyle(root, "flex-wrap", wrap === true ? "wrap" : null);
  };
  const across: Setter<P, Parts> = ({ root, props }) => {
    const isIntrinsic = props[cross.intrinsic as keyof typeof props] === true;
    const alignment = props[cross.alignment as keyof typeof props] as CrossAxisAlignment | undefined;
    const items = isIntrinsic ? "stretch" : alignment;
    setStyle(root, "align-items", items === cross.usual ? null : toCrossAxis(items));
    root.classList.toggle("r-flex-stretch", alignment === "stretch");
  };
  const scrolling = scrollProps(() => axis);
  const props = {
    alignment: ({ root, props }: View<FlexProps>) => setStyle(root, "justify-content", unlessStart(props.alignment)),
    runAlignment: ({ root, props }: View<FlexProps>) =>
      setStyle(root, "align-content", unlessStart(props.runAlignment)),
    spacing: gap,
    runSpacing: gap,
    wrap: gap,
    tight: ({ root, props }: View<FlexProps>) => {
      root.classList.toggle("r-flex-tight", props.tight === true);
      if (axis === "x") root.classList.toggle("r-box-fills", props.tight !== true);
    },
    scroll: ({ root, props }: View<FlexProps>) => setScroll(root, props.scroll, axis),
    onScroll: scrolling.onScroll,
    [cross.alignment]: across,
    [cross.intrinsic]: across,
  };
  return {
    impliesDefaults: true,
    create: () => ({ root: element("div", axis === "x" ? "r-row r-box-fills" : "r-column r-box-shell") }),
    props: props as NonNullable<Renderer<P>["props"]>,
    methods: { scrollTo: scrolling.scrollTo },
    childrenChanged: scrolling.follow,
  };
}

const unlessStart = (alignment: MainAxisAlignment | null | undefined): string | null =>
  alignment === "start" ? null : toMainAxis(alignment);

adopt(css`
.r-row, .r-column { display: flex; gap: 10px; place-content: flex-start; min-inline-size: 0; }
.r-row { align-items: center; }
.r-column { flex-direction: column; align-items: flex-start; }
.r-row:is(.r-box-expand, .r-box-high) > .r-column:not(.r-flex-tight, .r-box-high),
.r-stack:is(.r-box-high, .r-box-expand) > .r-column:not(.r-flex-tight, .r-box-high, .r-position),
:is(.r-page, .r-column, .r-control) > .r-flex-tight:has(> .r-box-expand):not(.r-box-wide),
:is(.r-page, .r-column, .r-control) > .r-column.r-flex-stretch:not(.r-box-wide) { align-self: stretch; }
`);
