import type { TextualButtonProps } from "../../../controls/button-props.ts";
import type { Read } from "../../../controls/control-props.ts";
import { toText } from "../../dom/css-values.ts";
import { setIcon } from "../../dom/icon.ts";
import { labelIcon } from "../../parts/icon-label.ts";
import type { PressParts } from "../../parts/press-parts.ts";
import type { Setter } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

/** Elements of a button with text and an optional icon. */
export interface ContentParts extends PressParts {
  readonly text: Text;
  readonly icon: HTMLElement;
}

type ContentProps = Pick<TextualButtonProps<Read>, "content" | "icon" | "tooltip">;

/** Sets the accessible name of a button: its content, otherwise its tooltip or the name of its icon. */
export function setName(view: View<ContentProps, ContentParts>): void {
  const hasText = typeof view.props.content === "string";
  labelIcon(view, view.parts.press, hasText || view.children.has("content"));
}

/** Setters of the properties that decide the content and the name of a button. */
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
