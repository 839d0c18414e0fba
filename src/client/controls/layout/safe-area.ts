import type { Read } from "../../../controls/control-props.ts";
import type { SafeAreaProps } from "../../../controls/layout/safe-area.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import type { Parts, Renderer, Setter } from "../../rendering/renderer.ts";

type SafeAreaSetter = Setter<SafeAreaProps<Read>, Parts>;

const pad: SafeAreaSetter = ({ root, props }) => {
  const {
    minimumPadding = 0,
    avoidIntrusionsLeft,
    avoidIntrusionsTop,
    avoidIntrusionsRight,
    avoidIntrusionsBottom,
  } = props;
  const sides = {
    left: avoidIntrusionsLeft,
    top: avoidIntrusionsTop,
    right: avoidIntrusionsRight,
    bottom: avoidIntrusionsBottom,
  };
  for (const [side, isAvoided] of Object.entries(sides)) {
    const least =
      typeof minimumPadding === "number" ? minimumPadding : (minimumPadding[side as keyof typeof sides] ?? 0);
    const isUsual = isAvoided !== false && least === 0;
    const inset = `env(safe-area-inset-${side}, 0px)`;
    setStyle(
      root,
      `padding-${side}`,
      isUsual ? null : isAvoided === false ? `${least}px` : `max(${least}px, ${inset})`,
    );
  }
};

/** A box that keeps its content away from parts of the screen that are covered, such as by a notch. */
export const renderer: Renderer<SafeAreaProps<Read>> = {
  create: () => ({ root: element("div", "r-safe-area r-box-cell") }),
  props: {
    minimumPadding: pad,
    avoidIntrusionsLeft: pad,
    avoidIntrusionsTop: pad,
    avoidIntrusionsRight: pad,
    avoidIntrusionsBottom: pad,
  },
};

adopt(css`
.r-safe-area {
  padding: env(safe-area-inset-top, 0px) env(safe-area-inset-right, 0px) env(safe-area-inset-bottom, 0px)
    env(safe-area-inset-left, 0px);
}
`);
