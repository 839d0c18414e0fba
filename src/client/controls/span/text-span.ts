import type { Read } from "../../../controls/control-props.ts";
import type { TextSpanProps } from "../../../controls/span/text-span.ts";
import { setAccessibleText } from "../../dom/accessible-text.ts";
import { adopt, css, element, setAttribute, setStyle } from "../../dom/css.ts";
import { setLink } from "../../dom/link.ts";
import { setTextStyle } from "../../dom/text-style.ts";
import { watchHover } from "../../input/gestures.ts";
import { setPressable } from "../../input/press.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

interface SpanParts extends Parts {
  /** Element of the visible text. It is a link while there is a URL. */
  readonly seen: HTMLAnchorElement;
  readonly text: Text;
}

/** Makes the text a link, a button or neither, and sets its accessible text. */
function press(view: View<TextSpanProps<Read>, SpanParts>): void {
  const { parts, props, isDisabled } = view;
  setLink(parts.seen, isDisabled ? null : props.url);
  const isLink = parts.seen.hasAttribute("href");
  setPressable(view, view.root, "click", !isLink && view.listensTo("click"));
  setAttribute(parts.seen, "aria-label", isLink ? props.semanticsLabel : null);
  setAccessibleText(parts.seen, isLink ? null : props.semanticsLabel);
}

/** A piece of text with its own style, link or handler. */
export const renderer: Renderer<TextSpanProps<Read>, SpanParts> = {
  create(view) {
    const root = element("span", "r-text-span");
    const seen = element("a", "r-text-span-text");
    const text = document.createTextNode("");
    seen.append(text);
    root.append(seen);
    seen.addEventListener("click", (click) => {
      if (!seen.hasAttribute("href")) return;
      click.stopPropagation();
      view.emit("click");
    });
    watchHover(root, (isOver) => view.emit(isOver ? "enter" : "exit"));
    return { root, seen, text };
  },
  slot: ({ parts }) => parts.seen,
  disabled: press,
  props: {
    text({ parts, props }) {
      parts.text.data = props.text ?? "";
    },
    style: ({ parts, props }) => setTextStyle(parts.seen, props.style),
    url: press,
    semanticsLabel: press,
    spellOut: ({ root, props }) => setStyle(root, "speak-as", props.spellOut === true ? "spell-out" : null),
    onClick: press,
  },
};

adopt(css`
.r-text-span-text { color: inherit; text-decoration: inherit; }
.r-text-span-text[href] { color: var(--r-primary); text-decoration: underline; }
`);
