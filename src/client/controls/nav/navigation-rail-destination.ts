import type { Read } from "../../../controls/control-props.ts";
import type { NavigationRailDestinationProps } from "../../../controls/nav/navigation-rail-destination.ts";
import { setStyle } from "../../dom/css.ts";
import { toInsets } from "../../dom/css-values.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import { type DestinationParts, destination, makeDestination } from "./destination.ts";
import { setIndicator } from "./indicator.ts";

/** A destination of a NavigationRail. */
export const renderer: Renderer<NavigationRailDestinationProps<Read>, DestinationParts> = {
  ...(destination as Renderer<NavigationRailDestinationProps<Read>, DestinationParts>),
  create: (view) => makeDestination(view, "r-navigation-rail"),
  props: {
    ...destination.props,
    padding: ({ root, props }) => setStyle(root, "padding", toInsets(props.padding)),
    indicatorColor: setIndicator,
    indicatorShape: setIndicator,
  },
};
