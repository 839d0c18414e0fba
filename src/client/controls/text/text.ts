import type { Read } from "../../../controls/control-props.ts";
import type { TextProps } from "../../../controls/text/text.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { setTextStyle } from "../../dom/text-style.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

interface TextParts extends Parts {
  /** Element with the visible text: the value, then the spans. */
  readonly seen: HTMLElement;
  readonly value: Text;
}

type TextView = View<TextProps<Read>, TextParts>;

/** Applies the style, and the properties that override it. */
function restyle({ root, props }: TextView): void {
  const { style, size, weight, italic, color, bgcolor, fontFamily, fontFamilyFallback } = props;
  const own = Object.entries({ size, weight, italic: italic || null, color, bgcolor, fontFamily, fontFamilyFallback });
  setTextStyle(root, { ...style, ...Object.fromEntries(own.filter(([, value]) => value != null)) });
}

/** Sets line breaks, the maximum number of lines, and the overflow. */
function relayout({ root, props }: TextView): void {
  const { maxLines, noWrap, overflow } = props;
  const isOneLine = noWrap === true;
  const isCut = overflow !== "visible" && (maxLines != null || isOneLine);
  setStyle(root, "white-space", isOneLine ? "pre" : null);
  setStyle(root, "overflow", isCut ? "hidden" : null);
  setStyle(root, "text-overflow", isCut && overflow === "ellipsis" ? "ellipsis" : null);
  root.classList.toggle("r-text-fade", isCut && overflow === "fade");
  root.classList.toggle("r-text-clamp", isCut && !isOneLine);
  setStyle(root, "-webkit-line-clamp", isCut && !isOneLine ? String(maxLines) : null);
}

/** Makes the text a button while the app listens for taps. */
async function press(view: TextView): Promise<void> {
  if (!view.listensTo("tap") && view.root.role === null) return;
  (await import("../../input/press.ts")).setPressable(view, view.root, "tap");
}

/** Text, and pieces of text with their own style. */
export const renderer: Renderer<TextProps<Read>, TextParts> = {
  impliesDefaults: true,
  create() {
    const root = element("div", "r-text");
    const seen = document.createElement("span");
    const value = document.createTextNode("");
    seen.append(value);
    root.append(seen);
    return { root, seen, value };
  },
  slot: ({ parts }) => parts.seen,
  disabled: press,
  props: {
    value({ parts, props }) {
      parts.value.data = props.value ?? "";
    },
    textAlign: ({ root, props }) => setStyle(root, "text-align", props.textAlign === "start" ? null : props.textAlign),
    themeStyle({ root, props }) {
      root.className = root.className.replace(/ r-text-style-\w+/g, "");
      if (props.themeStyle != null) root.classList.add(`r-text-style-${props.themeStyle}`);
    },
    style: restyle,
    size: restyle,
    weight: restyle,
    italic: restyle,
    color: restyle,
    bgcolor: restyle,
    fontFamily: restyle,
    fontFamilyFallback: restyle,
    maxLines: relayout,
    noWrap: relayout,
    overflow: relayout,
    selectable: ({ root, props }) =>
      setStyle(root, "user-select", props.selectable == null ? null : props.selectable ? "text" : "none"),
    semanticsLabel: async ({ parts, props }) =>
      (await import("../../dom/accessible-text.ts")).setAccessibleText(parts.seen, props.semanticsLabel),
    onTap: press,
    onSelectionChange: async (view) => (await import("../../input/selection.ts")).listenForSelection(view),
  },
  async destroy(view) {
    if (view.listensTo("selectionChange")) (await import("../../input/selection.ts")).stopListening(view.root);
  },
};

adopt(css`
.r-text { max-inline-size: 100%; white-space: pre-wrap; overflow-wrap: break-word; }
.r-text-clamp { display: -webkit-box; -webkit-box-orient: vertical; }
.r-text-fade { mask-image: linear-gradient(to right, #000 80%, transparent); }
.r-text-fade:dir(rtl) { mask-image: linear-gradient(to left, #000 80%, transparent); }
:is(.r-column, .r-page) > .r-text { flex-shrink: 0; }
`);
