import type { RadioGroupProps } from "../../controls/radio-group.ts";
import type { Read } from "../../core/control-props.ts";
import { showChoices } from "../radio-choice.ts";
import type { Parts, Renderer } from "../renderer.ts";
import { displayContentsProps, makeDisplayContents } from "../seamless.ts";

/**
 * A group of radios, of which one can be selected.
 * @family form
 */
export const renderer: Renderer<RadioGroupProps<Read>> = {
  create() {
    const root = makeDisplayContents("div");
    root.role = "radiogroup";
    return { root };
  },
  childrenChanged: showChoices,
  props: {
    ...(displayContentsProps as Renderer<RadioGroupProps<Read>, Parts>["props"]),
    value: showChoices,
  },
};
