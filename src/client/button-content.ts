import type { TextualButtonProps } from "../controls/button-props.ts";
import type { Read } from "../core/control-props.ts";
import { setIcon } from "./icon.ts";
import { labelIcon } from "./icon-label.ts";
import type { PressParts } from "./press-parts.ts";
import type { Setter } from "./renderer.ts";
import { toText } from "./style.ts";
import type { View } from "./view.ts";

/** The elements of a button that says something, beside an icon at will. */
export interface ContentParts extends PressParts {
  readonly text: Text;
  readonly icon: HTMLElement;
}

type ContentProps = Pick<TextualButtonProps<Read>, "content" | "icon" | "tooltip">;

/** Names a button for screen readers: by what it says, else by its tooltip or icon. */
export function setName(view: View<ContentProps, ContentParts>): void {
  const hasText = typeof view.props.content === "string";
  labelIcon(view, view.parts.press, hasText || view.children.has("content"));
}

/** Setters of what a button says. */
export const contentSetters: { readonly [K in keyof ContentProps]-?: Setter<ContentProps, ContentParts> } = {
  content(view) {
    view.parts.text.data = toText(view.props.content);
    setName(view);
  },
  icon(view) {
    setIcon(view.parts.icon, view.props.icon);
    setName(view);
  },
  tooltip: setName,
};
