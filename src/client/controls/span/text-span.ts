import type { Read } from "../../../controls/control-props.ts";
import type { TextSpanProps } from "../../../controls/span/text-span.ts";
import { setAccessibleText } from "../../dom/accessible-text.ts";
import { adopt, css, element, setAttribute } from "../../dom/css.ts";
import { setLink } from "../../dom/link.ts";
import { setTextStyle } from "../../dom/text-style.ts";
import { watchHover } from "../../input/hovering.ts";
import { setPressable } from "../../input/press.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

interface SpanParts extends Parts {
  /** Element of the visible text. It is a link while there is a URL. */
  readonly seen: HTMLAnchorElement;
  readonly text: Text;
  /** Element around `text`, while the text is spelled. */
  own: HTMLElement | undefined;
}

/** Makes the text a link, a button or neither, and sets its accessible text. */
function press(view: View<TextSpanProps<Read>, SpanParts>): void {
  const { parts, props, isDisabled } = view;
  setLink(parts.seen, isDisabled ? null : props.url);
  const isLink = parts.seen.hasAttribute("href");
  setPressable(view, view.root, "click", !isLink && view.listensTo("click"));
  const label =
    props.spellOut === true && props.semanticsLabel != null ? spelled(props.semanticsLabel) : props.semanticsLabel;
  setAttribute(parts.seen, "aria-label", isLink ? label : null);
  setAccessibleText(parts.seen, isLink ? null : label);
}

/**
 * Makes screen readers spell the text of the span, but not that of nested spans. Letters with spaces between them are
 * spelled everywhere. CSS has `speak-as: spell-out`, but few browsers know it.
 */
function spell({ parts, props }: View<TextSpanProps<Read>, SpanParts>): void {
  const isSpelled = props.spellOut === true && parts.text.data !== "";
  if (isSpelled && parts.own === undefined) {
    parts.own = element("span", "");
    parts.text.replaceWith(parts.own);
    parts.own.append(parts.text);
  }
  if (parts.own === undefined) return;
  setAccessibleText(parts.own, isSpelled ? spelled(parts.text.data) : null);
  if (isSpelled) return;
  parts.own.replaceWith(parts.text);
  parts.own = undefined;
}

/** Returns the characters of a text with spaces between them. */
function spelled(text: string): string {
  return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment).join(" ");
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
    watchHover(view, root, (isOver) => view.emit(isOver ? "enter" : "exit"));
    return { root, seen, text, own: undefined };
  },
  slot: ({ parts }) => parts.seen,
  disabled: press,
  props: {
    text(view) {
      view.parts.text.data = view.props.text ?? "";
      spell(view);
    },
    style: ({ parts, props }) => setTextStyle(parts.seen, props.style),
    url: press,
    semanticsLabel: press,
    spellOut(view) {
      press(view);
      spell(view);
    },
    onClick: press,
  },
};

adopt(css`
.r-text-span-text { color: inherit; text-decoration: inherit; }
.r-text-span-text[href] { color: var(--r-primary); text-decoration: underline; }
`);
