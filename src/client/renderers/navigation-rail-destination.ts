import type { NavigationRailDestinationProps } from "../../controls/navigation-rail-destination.ts";
import type { Read } from "../../core/control-props.ts";
import { setStyle } from "../css.ts";
import { type DestinationParts, destination } from "../destination.ts";
import { setIndicator } from "../indicator.ts";
import type { Renderer } from "../renderer.ts";
import { toInsets } from "../style.ts";

/**
 * A destination of a NavigationRail.
 * @family nav
 */
export const renderer: Renderer<NavigationRailDestinationProps<Read>, DestinationParts> = {
  ...(destination as Renderer<NavigationRailDestinationProps<Read>, DestinationParts>),
  props: {
    ...destination.props,
    padding: ({ root, props }) => setStyle(root, "padding", toInsets(props.padding)),
    indicatorColor: setIndicator,
    indicatorShape: setIndicator,
  },
};
