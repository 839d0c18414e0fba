import type { AutofillGroupProps } from "../../../controls/field/autofill-group.ts";
import type { Read } from "../../../core/control-props.ts";
import { displayContentsProps, makeDisplayContents } from "../../features/display-contents.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";

interface FormParts extends Parts {
  readonly root: HTMLFormElement;
}

/** Fields that belong together. */
export const renderer: Renderer<AutofillGroupProps<Read>, FormParts> = {
  create() {
    const root = makeDisplayContents("form");
    root.noValidate = true;
    // Nothing is submitted, but at this event browsers offer to save what was entered.
    root.addEventListener("submit", (event) => event.preventDefault());
    return { root };
  },
  destroy({ parts, props }) {
    if (props.disposeAction === "cancel") parts.root.reset();
    // If the ancestors are gone as well, there is nothing left to submit.
    else if (parts.root.isConnected) parts.root.requestSubmit();
  },
  props: { ...(displayContentsProps as Renderer<AutofillGroupProps<Read>, FormParts>["props"]) },
};
