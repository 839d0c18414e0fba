import type { LayoutProps, Read } from "../../core/control-props.ts";
import type { Renderer } from "../renderer.ts";
import { displayContentsProps, makeDisplayContents } from "../seamless.ts";

/**
 * A control of the app's own. The result of `build()` is laid out as if there were no element around it, until a
 * property needs a box.
 * @family core
 */
export const renderer: Renderer<LayoutProps<Read>> = {
  create: () => ({ root: makeDisplayContents("div") }),
  props: displayContentsProps,
  childrenChanged: (view) => {
    view.root.classList.toggle("r-list", view.children.has("controls"));
  },
};
