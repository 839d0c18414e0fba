import type { Read } from "../../../controls/control-props.ts";
import type { TabsProps } from "../../../controls/tabs/tabs.ts";
import type { AnimationCurve } from "../../../values/animation.ts";
import { adopt, css, element } from "../../dom/css.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import { chooseTab, motionOf, showChosen, type TabsParts } from "./tabs-parts.ts";

interface Move {
  readonly index: number;
  readonly curve?: AnimationCurve;
  readonly duration?: number;
}

/** A control that connects a TabBar and a TabBarView. */
export const renderer: Renderer<TabsProps<Read>, TabsParts> = {
  create: () => ({ root: element("div", "r-tabs"), bars: new Set(), panels: new Set() }),
  methods: {
    moveTo(view, move) {
      const { index, curve = "easeIn", duration } = move as Move;
      chooseTab(view, index, undefined, motionOf(view, curve, duration));
    },
  },
  props: {
    selectedIndex: (view) => showChosen(view, motionOf(view)),
    length: (view) => showChosen(view),
  },
};

adopt(css`
.r-tabs { display: flex; flex-direction: column; min-inline-size: 0; min-block-size: 0; }
.r-tabs > * { flex: 1 1 auto; min-block-size: 0; }
`);
