import type { AutofillGroupProps } from "../../controls/autofill-group.ts";
import type { Read } from "../../core/control-props.ts";
import type { Parts, Renderer } from "../renderer.ts";
import { displayContentsProps, makeDisplayContents } from "../seamless.ts";

interface FormParts extends Parts {
  readonly root: HTMLFormElement;
}

/**
 * Fields that belong together.
 * @family field
 */
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
