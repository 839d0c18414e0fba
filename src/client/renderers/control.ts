import type { LayoutProps, Read } from "../../core/control-props.ts";
import { baseProps } from "../base.ts";
import { adopt, css, element } from "../css.ts";
import { featureNames } from "../features.ts";
import type { Parts, Renderer, Setter } from "../renderer.ts";

/**
 * A control of the app's own: what `build()` returned stands as if it were there itself, until a property
 * needs a box to act on.
 * @family core
 */
export const renderer: Renderer<LayoutProps<Read>> = {
  create: () => ({ root: element("div", "r-control") }),
  props: Object.fromEntries(
    [...Object.keys(baseProps), ...featureNames].map((name): [string, Setter<LayoutProps<Read>, Parts>] => [
      name,
      (view) => {
        baseProps[name]?.(view as never);
        const { root } = view;
        const needsBox = root.style.length > 0 || root.hasAttribute("aria-description") || view.hears("sizeChange");
        root.classList.toggle("r-boxed", needsBox);
      },
    ]),
  ),
  childrenChanged: (view) => {
    view.root.classList.toggle("r-list", view.children.has("controls"));
  },
};

adopt(css`
.r-control { display: contents; }
.r-control.r-boxed, .r-control.r-list { display: flex; flex-direction: column; align-items: flex-start; }
.r-control.r-list { gap: 10px; }
.r-control.r-boxed:not(.r-list) { align-items: stretch; }
.r-control.r-boxed:not(.r-list) > * { flex: 1 1 auto; }
`);
