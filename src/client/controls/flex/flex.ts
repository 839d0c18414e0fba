import type { Read } from "../../../controls/control-props.ts";
import type { RowProps } from "../../../controls/flex/row.ts";
import type { CrossAxisAlignment, MainAxisAlignment } from "../../../values/layout.ts";
import { baseProps } from "../../dom/base-props.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { px, toCrossAxis, toMainAxis } from "../../dom/css-values.ts";
import type { Parts, Renderer, Setter, Wire } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

/** Properties that Row and Column share. Properties whose names differ between the two are not included. */
type FlexProps = Omit<RowProps<Read>, "verticalAlignment" | "intrinsicHeight" | "onScroll">;

/** Returns a renderer for children along an axis. `x` is a row. */
export function flexRenderer<P extends FlexProps>(
  axis: "x" | "y",
  cross: { readonly alignment: keyof Wire<P>; readonly usual: CrossAxisAlignment },
): Renderer<P> {
  const gap: Setter<P, Parts> = (view) => {
    const { root, props } = view;
    const { spacing, runSpacing, wrap } = props as FlexProps;
    const between = px(spacing) ?? "0";
    const runs = wrap === true ? (px(runSpacing) ?? "0") : between;
    const isUsual = between === "10px" && runs === "10px";
    setStyle(root, "gap", isUsual ? null : axis === "x" ? `${runs} ${between}` : `${between} ${runs}`);
    setStyle(root, "flex-wrap", wrap === true ? "wrap" : null);
    baseProps.wrap?.(view);
  };
  const across: Setter<P, Parts> = ({ root, props }) => {
    const alignment = props[cross.alignment] as CrossAxisAlignment | undefined;
    setStyle(root, "align-items", alignment === cross.usual ? null : toCrossAxis(alignment));
  };
  const props = {
    alignment: ({ root, props }: View<FlexProps>) => setStyle(root, "justify-content", unlessStart(props.alignment)),
    runAlignment: ({ root, props }: View<FlexProps>) =>
      setStyle(root, "align-content", unlessStart(props.runAlignment)),
    spacing: gap,
    runSpacing: gap,
    wrap: gap,
    [cross.alignment]: across,
  };
  return {
    impliesDefaults: true,
    create: () => ({ root: element("div", axis === "x" ? "r-row" : "r-column") }),
    props: props as NonNullable<Renderer<P>["props"]>,
    methods: {
      scrollTo: (view, aim) =>
        import("../../input/scroll-viewport.ts").then(({ scrollTo }) => scrollTo(view, axis, aim)),
    },
  };
}

/** Where children do not fit, they start at the start, whatever the alignment. */
const unlessStart = (alignment: MainAxisAlignment | null | undefined): string | null =>
  alignment === "start" ? null : (toMainAxis(alignment)?.replace(/^(center|flex-end)$/, "safe $1") ?? null);

adopt(css`
.r-row, .r-column { display: flex; flex: none; gap: 10px; place-content: flex-start; }
.r-row { align-items: center; }
.r-column { flex-direction: column; align-items: flex-start; }
`);
