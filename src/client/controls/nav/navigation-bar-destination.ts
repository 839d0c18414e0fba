import type { Read } from "../../../controls/control-props.ts";
import type { NavigationBarDestinationProps } from "../../../controls/nav/navigation-bar-destination.ts";
import { setStyle } from "../../dom/css.ts";
import { toColor } from "../../dom/css-values.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import { type DestinationParts, destination, makeDestination } from "./destination.ts";

/** A destination of a NavigationBar. */
export const renderer: Renderer<NavigationBarDestinationProps<Read>, DestinationParts> = {
  ...(destination as Renderer<NavigationBarDestinationProps<Read>, DestinationParts>),
  create: (view) => makeDestination(view, "r-navigation-bar"),
  props: {
    ...destination.props,
    bgcolor: ({ root, props }) => setStyle(root, "--r-d-back", toColor(props.bgcolor)),
  },
};
