import type { Read } from "../../../controls/control-props.ts";
import type { CardProps } from "../../../controls/tile/card.ts";
import { baseProps } from "../../dom/base-props.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { inFull, px, toColor } from "../../dom/css-values.ts";
import { toElevation } from "../../dom/elevation.ts";
import { toShape } from "../../dom/shape.ts";
import type { Parts, Renderer, Setter } from "../../rendering/renderer.ts";

type CardSetter = Setter<CardProps<Read>, Parts>;

const float: CardSetter = ({ root, props: { elevation, shadowColor, variant } }) => {
  const rest = shadowColor != null && variant !== "filled" && variant !== "outlined" ? 1 : null;
  setStyle(root, "box-shadow", toElevation(elevation ?? rest, shadowColor));
};

/** Setter of the properties of size. In Flutter the size of a card includes its margin. */
const resize: CardSetter = (view) => {
  const { root, props } = view;
  for (const name of ["margin", "width"]) baseProps[name]?.(view);
  if (props.width != null) setStyle(root, "width", `calc(${px(props.width)} - var(--r-mx))`);
  if (props.height != null) setStyle(root, "height", `calc(${px(props.height)} - var(--r-my))`);
};

const vary: CardSetter = (view) => {
  const { root, props } = view;
  root.classList.toggle("r-card-filled", props.variant === "filled");
  root.classList.toggle("r-card-outlined", props.variant === "outlined");
  float(view);
};

/** A surface for related content. */
export const renderer: Renderer<CardProps<Read>> = {
  create: () => ({ root: element("div", "r-card r-box-cell") }),
  props: {
    width: resize,
    height: resize,
    aspectRatio: resize,
    margin: resize,
    variant: vary,
    elevation: float,
    shadowColor: float,
    bgcolor: ({ root, props }) => setStyle(root, "background", toColor(props.bgcolor)),
    shape({ root, props: { shape } }) {
      const side = inFull(inFull(shape)?.side);
      setStyle(root, "border-radius", shape == null ? null : toShape(shape));
      setStyle(
        root,
        "--r-card-line",
        side === undefined || side.style === "none" ? null : `${side.width ?? 1}px ${toColor(side.color ?? "#000000")}`,
      );
    },
    clipBehavior: ({ root, props: { clipBehavior } }) =>
      setStyle(root, "overflow", clipBehavior == null || clipBehavior === "none" ? null : "clip"),
    showBorderOnForeground: ({ root, props }) =>
      void root.classList.toggle("r-card-border-behind", props.showBorderOnForeground === false),
  },
};

adopt(css`
.r-card {
  position: relative;
  isolation: isolate;
  margin: 4px;
  --r-mx: 8px;
  --r-my: 8px;
  border-radius: 12px;
  background: var(--r-surfacecontainerlow);
  box-shadow: 0 1px 3px 1px color-mix(in srgb, var(--r-shadow) 15%, transparent), 0 1px 2px 0 color-mix(in srgb, var(--r-shadow) 30%, transparent);
  --r-card-line: 0 transparent;
}
.r-card-filled { background: var(--r-surfacecontainerhighest); box-shadow: none; }
.r-card-outlined { background: var(--r-surface); box-shadow: none; --r-card-line: 1px var(--r-outlinevariant); }
.r-card::after {
  content: "";
  position: absolute;
  inset: 0;
  z-index: 1;
  border-radius: inherit;
  box-shadow: inset 0 0 0 var(--r-card-line);
  pointer-events: none;
}
.r-card.r-card-border-behind::after { z-index: -1; }
@media (forced-colors: active) {
  .r-card { border: 1px solid; }
}
`);
