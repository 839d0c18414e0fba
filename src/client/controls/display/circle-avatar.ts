import type { Read } from "../../../controls/control-props.ts";
import type { AvatarImage, CircleAvatarProps } from "../../../controls/display/circle-avatar.ts";
import { adopt, css, element, setStyle } from "../../dom/css.ts";
import { px, toColor, toText } from "../../dom/css-values.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

interface AvatarParts extends Parts {
  readonly content: HTMLElement;
  readonly text: Text;
  readonly images: { readonly [which in AvatarImage]: HTMLImageElement };
}

type AvatarView = View<CircleAvatarProps<Read>, AvatarParts>;

/** Creates an image that is shown once it has loaded. */
function image(view: AvatarView, which: AvatarImage): HTMLImageElement {
  const made = element("img", "r-circle-avatar-image");
  made.alt = "";
  made.hidden = true;
  // The event of a source may come after the source was removed.
  made.addEventListener("load", () => {
    made.hidden = !made.hasAttribute("src");
  });
  made.addEventListener("error", () => {
    if (!made.hasAttribute("src")) return;
    made.hidden = true;
    view.emit("imageError", which);
  });
  return made;
}

function setImage(made: HTMLImageElement, src: unknown): void {
  if (typeof src === "string" && src !== "") return void made.setAttribute("src", src);
  made.hidden = true;
  made.removeAttribute("src");
}

function resize({ root, props: { radius, minRadius, maxRadius } }: AvatarView): void {
  const isBounded = minRadius != null || maxRadius != null;
  setStyle(root, "--r-avatar", isBounded ? "100%" : radius == null ? null : px(2 * radius));
  setStyle(root, "min-inline-size", minRadius == null ? null : px(2 * minRadius));
  setStyle(root, "max-inline-size", maxRadius == null ? null : px(2 * maxRadius));
}

/** A round image. */
export const renderer: Renderer<CircleAvatarProps<Read>, AvatarParts> = {
  create(view) {
    const root = element("div", "r-circle-avatar r-text-style-titleMedium");
    const content = element("div", "r-circle-avatar-content");
    const text = document.createTextNode("");
    content.append(text);
    const images = { background: image(view, "background"), foreground: image(view, "foreground") };
    root.append(images.background, content, images.foreground);
    return { root, content, text, images };
  },
  slot: ({ parts }) => parts.content,
  props: {
    content({ parts, props }) {
      parts.text.data = toText(props.content);
    },
    foregroundImageSrc: ({ parts, props }) => setImage(parts.images.foreground, props.foregroundImageSrc),
    backgroundImageSrc: ({ parts, props }) => setImage(parts.images.background, props.backgroundImageSrc),
    color: ({ root, props }) => setStyle(root, "color", toColor(props.color)),
    bgcolor: ({ root, props }) => setStyle(root, "background", toColor(props.bgcolor)),
    radius: resize,
    minRadius: resize,
    maxRadius: resize,
  },
};

adopt(css`
.r-circle-avatar {
  position: relative;
  display: inline-grid;
  flex: none;
  inline-size: var(--r-avatar, 40px);
  aspect-ratio: 1;
  border-radius: 50%;
  background: var(--r-primarycontainer);
  color: var(--r-onprimarycontainer);
}
.r-circle-avatar > * { grid-area: 1 / 1; border-radius: inherit; }
.r-circle-avatar-content { position: relative; display: grid; place-content: center; overflow: clip; white-space: pre; }
.r-circle-avatar-image { position: absolute; inline-size: 100%; block-size: 100%; object-fit: cover; }
@media (forced-colors: active) { .r-circle-avatar { outline: 1px solid CanvasText; } }
`);
