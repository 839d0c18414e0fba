import type { Read } from "../../../controls/control-props.ts";
import type { AutofillGroupProps } from "../../../controls/field/autofill-group.ts";
import { displayContentsProps, makeDisplayContents } from "../../features/display-contents.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";

interface FormParts extends Parts {
  readonly root: HTMLFormElement;
}

/** A group of fields that the browser fills in together. */
export const renderer: Renderer<AutofillGroupProps<Read>, FormParts> = {
  create(view) {
    const root = makeDisplayContents(view, "form");
    root.noValidate = true;
    // The form is not sent. The event makes browsers offer to save the entered values.
    root.addEventListener("submit", (event) => event.preventDefault());
    return { root };
  },
  destroy({ parts, props }) {
    if (props.disposeAction === "cancel") parts.root.reset();
    // A form that is no longer in the page cannot be submitted.
    else if (parts.root.isConnected) parts.root.requestSubmit();
  },
  props: { ...(displayContentsProps as Renderer<AutofillGroupProps<Read>, FormParts>["props"]) },
};
