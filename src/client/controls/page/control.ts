import type { LayoutProps, Read } from "../../../controls/control-props.ts";
import { displayContentsProps, makeDisplayContents, setContents } from "../../features/display-contents.ts";
import type { Renderer } from "../../rendering/renderer.ts";

/**
 * A control of the app's own. The result of `build()` is laid out as if there were no element around it, until a
 * property needs a box.
 */
export const renderer: Renderer<LayoutProps<Read>> = {
  create: (view) => ({ root: makeDisplayContents(view, "div") }),
  props: displayContentsProps,
  childrenChanged: setContents,
};
