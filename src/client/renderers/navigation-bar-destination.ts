import type { NavigationBarDestinationProps } from "../../controls/navigation-bar-destination.ts";
import type { Read } from "../../core/control-props.ts";
import { setStyle } from "../css.ts";
import { type DestinationParts, destination } from "../destination.ts";
import type { Renderer } from "../renderer.ts";
import { toColor } from "../style.ts";

/**
 * A destination of a NavigationBar.
 * @family nav
 */
export const renderer: Renderer<NavigationBarDestinationProps<Read>, DestinationParts> = {
  ...(destination as Renderer<NavigationBarDestinationProps<Read>, DestinationParts>),
  props: {
    ...destination.props,
    bgcolor: ({ root, props }) => setStyle(root, "--r-d-back", toColor(props.bgcolor)),
  },
};
