import type { Read } from "../../../controls/control-props.ts";
import type { ContainerProps } from "../../../controls/layout/container.ts";
import { isBeyond } from "../../../layout/container.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { inFull, px, toColor, toInsets } from "../../dom/css-values.ts";
import "../../features/shifted.ts";
import { setDecoration, setForeground } from "../../dom/decoration.ts";
import { setLinkOrNone } from "../../input/focus-target.ts";
import { listenForHover, listenForLongPress, listenForTapDown } from "../../input/gestures.ts";
import { listenForPress, setPressable } from "../../input/press.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

interface ContainerParts extends Parts {
  /** Link around the content, while there is a URL. */
  link: HTMLAnchorElement | undefined;
}

type ContainerView = View<ContainerProps<Read>, ContainerParts>;

function redecorate({ root, props }: ContainerView): void {
  const { bgcolor, gradient, blendMode, border, borderRadius, shape, image, shadow } = props;
  setDecoration(root, { bgcolor, gradient, blendMode, border, borderRadius, shape, image, shadows: shadow });
  clip({ root, props } as ContainerView);
}

function clip({ root, props: { clipBehavior, borderRadius } }: ContainerView): void {
  const isCut = clipBehavior == null ? borderRadius != null : clipBehavior !== "none";
  setStyle(root, "overflow", isCut ? "clip" : null);
}

/** Makes the container a button, a link, or neither. */
function interact(view: ContainerView): void {
  const { root, parts, props, isDisabled } = view;
  const isLink = props.url != null;
  setPressable(view, root, "click", !isLink && view.listensTo("click"));
  if (view.listensTo("click")) listenForPress(view, root, "click");
  if (isLink !== (parts.link !== undefined)) wrap(view, isLink);
  if (parts.link !== undefined) setLinkOrNone(parts.link, props.url, isDisabled);
  root.classList.toggle("r-container-ink", props.ink === true && !isDisabled && (isLink || view.listensTo("click")));
  setStyle(root, "--r-ink", toColor(props.inkColor));
}

/** Moves the content into a link, or out of it. */
function wrap({ root, parts, children }: ContainerView, isLink: boolean): void {
  const content = children.get("content") as View | undefined;
  if (isLink) {
    parts.link = element("a", "r-container-link r-box-cell");
    // Before a badge, which lies over it.
    root.insertBefore(parts.link, root.querySelector(":scope > :is(.r-badge-box, [data-id])"));
    if (content !== undefined) parts.link.append(content.root);
    return;
  }
  if (content !== undefined) root.append(content.root);
  parts.link?.remove();
  parts.link = undefined;
}

/** A box around one control. */
export const renderer: Renderer<ContainerProps<Read>, ContainerParts> = {
  impliesDefaults: true,
  create: () => ({ root: element("div", "r-container r-box-cell"), link: undefined }),
  slot: ({ parts }) => parts.link ?? parts.root,
  disabled: interact,
  props: {
    padding: ({ root, props }) => setStyle(root, "padding", toInsets(props.padding)),
    alignment({ root, props }) {
      const alignment = inFull(props.alignment);
      root.classList.toggle("r-container-aligned", alignment != null && !isBeyond(alignment));
      // The container is a grid with the content in the middle cell. These are the sizes of the columns and rows around
      // it.
      const share = (at: number | undefined): string | null => (at === undefined ? null : `${1 + at}fr`);
      setStyle(root, "--r-left", share(alignment?.x));
      setStyle(root, "--r-right", share(alignment == null ? undefined : -alignment.x));
      setStyle(root, "--r-top", share(alignment?.y));
      setStyle(root, "--r-bottom", share(alignment == null ? undefined : -alignment.y));
    },
    bgcolor: redecorate,
    gradient: redecorate,
    blendMode: redecorate,
    border: redecorate,
    borderRadius: redecorate,
    shape: redecorate,
    image: redecorate,
    shadow: redecorate,
    clipBehavior: clip,
    blur: ({ root, props }) => setStyle(root, "backdrop-filter", props.blur == null ? null : `blur(${px(props.blur)})`),
    themeMode({ root, props: { themeMode } }) {
      root.classList.toggle("r-container-themed", themeMode != null);
      setStyle(root, "color-scheme", themeMode === "system" ? "light dark" : themeMode);
    },
    foregroundDecoration: ({ root, props }) => setForeground(root, props.foregroundDecoration),
    ignoreInteractions({ root, props }) {
      root.inert = props.ignoreInteractions === true;
    },
    url: interact,
    ink: interact,
    inkColor: interact,
    onClick: interact,
    onTapDown: listenForTapDown,
    onLongPress: listenForLongPress,
    onHover: listenForHover,
  },
};

adopt(css`
.r-container { position: relative; }
.r-container > :not(.r-layer) { position: relative; }
.r-container.r-container-aligned, .r-container-aligned > .r-container-link {
  grid-template:
    minmax(0, var(--r-top)) minmax(0, auto) minmax(0, var(--r-bottom)) /
    minmax(0, var(--r-left)) minmax(0, auto) minmax(0, var(--r-right));
}
.r-container.r-container-aligned:dir(rtl), .r-container-aligned:dir(rtl) > .r-container-link {
  grid-template-columns: minmax(0, var(--r-right)) minmax(0, auto) minmax(0, var(--r-left));
}
[data-box~="aligned"] { grid-area: 2 / 2; }
[data-box~="aligned"]:is([data-box~="x"], [data-box~="at-x"]) { grid-column: 1 / -1; }
[data-box~="aligned"]:is([data-box~="y"], [data-box~="at-y"]) { grid-row: 1 / -1; }
.r-container > .r-container-link {
  position: static;
  grid-area: 1 / 1 / -1 / -1;
  place-self: stretch;
  color: inherit;
  text-decoration: inherit;
}
.r-container-link::after { content: ""; position: absolute; inset: 0; border-radius: inherit; }
.r-root .r-container > .r-container-link:focus-visible { outline: none; }
.r-container:has(> .r-container-link:focus-visible) { outline: 3px solid var(--r-secondary); outline-offset: 2px; }
.r-container-themed { background: var(--r-surface); color: var(--r-onsurface); }
.r-container-ink::before {
  content: "";
  position: absolute;
  inset: 0;
  border-radius: inherit;
  background: var(--r-ink, var(--r-onsurface));
  opacity: 0;
  pointer-events: none;
  transition: opacity 150ms linear;
}
.r-container-ink { cursor: pointer; -webkit-tap-highlight-color: transparent; }
@media (hover: hover) {
  .r-container-ink:hover::before { opacity: 0.08; }
}
.r-container-ink:active::before { opacity: 0.12; }
`);
