import type { RadioGroupProps } from "../../../controls/choice/radio-group.ts";
import type { Read } from "../../../controls/control-props.ts";
import { displayContentsProps, makeDisplayContents } from "../../features/display-contents.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import { showChoices } from "./radio-choice.ts";

/** A group of radios, of which one can be selected. */
export const renderer: Renderer<RadioGroupProps<Read>> = {
  create(view) {
    const root = makeDisplayContents(view, "div");
    root.role = "radiogroup";
    return { root };
  },
  childrenChanged: showChoices,
  props: {
    ...(displayContentsProps as Renderer<RadioGroupProps<Read>, Parts>["props"]),
    value: showChoices,
  },
};
