import type { Read } from "../../../controls/control-props.ts";
import type { ListTileProps } from "../../../controls/tile/list-tile.ts";
import { element, setAttribute, setStyle } from "../../dom/css.ts";
import { inFull, px, toColor, toInsets } from "../../dom/css-values.ts";
import { toShape } from "../../dom/shape.ts";
import { setTextStyle } from "../../dom/text-style.ts";
import { focusWhenAttached, setLinkOrNone } from "../../input/focus-target.ts";
import { listenForLongPress } from "../../input/gestures.ts";
import type { Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";
import { countLines, createTile, nameTile, type TileParts, tileProps, tileSlot } from "./tile-parts.ts";

interface ListTileParts extends TileParts {
  /** The pressable element, if there is one. With a URL it is a link. */
  press: HTMLButtonElement | HTMLAnchorElement | undefined;
}

type ListTileView = View<ListTileProps<Read>, ListTileParts>;

/** Sets the target of a click, and whether the tile can be clicked. */
function setPress(view: ListTileView): void {
  const { root, parts, props, isDisabled } = view;
  const isLink = props.url != null;
  const isPressed = isLink || props.toggleInputs === true || view.listensTo("click") || view.listensTo("longPress");
  const kind = !isPressed ? undefined : isLink ? "a" : "button";
  if (parts.press?.localName !== kind) {
    const had = parts.press !== undefined && parts.press === document.activeElement;
    parts.press?.remove();
    parts.press = kind === undefined ? undefined : element(kind, "r-tile-press");
    if (parts.press instanceof HTMLButtonElement) parts.press.type = "button";
    if (parts.press !== undefined) {
      nameTile(view, parts.press);
      root.prepend(parts.press);
      if (had) parts.press.focus();
    }
  }
  if (parts.press instanceof HTMLButtonElement) parts.press.disabled = isDisabled;
  else if (parts.press !== undefined) setLinkOrNone(parts.press, props.url, isDisabled);
  if (parts.press !== undefined) setAttribute(parts.press, "aria-current", props.selected === true ? "true" : null);
  root.classList.toggle("r-tile-disabled", isDisabled);
}

function recolor({ root, props }: ListTileView): void {
  const { selected, selectedColor, selectedTileColor, bgcolor, iconColor, textColor, hoverColor, splashColor } = props;
  const own = selected === true ? (toColor(selectedColor) ?? "var(--r-primary)") : null;
  const set = (name: string, value: string | null | undefined): void => setStyle(root, `--r-t-${name}`, value);
  set("ink", own ?? toColor(textColor));
  set("icon", own ?? toColor(iconColor));
  set("hover", toColor(hoverColor));
  set("hover-veil", hoverColor == null ? null : "1");
  set("splash", toColor(splashColor));
  set("splash-veil", splashColor == null ? null : "1");
  setStyle(root, "background", (selected === true ? toColor(selectedTileColor) : null) ?? toColor(bgcolor));
}

const ALIGNMENTS = {
  top: "flex-start",
  center: "center",
  bottom: "flex-end",
  threeLine: null,
  titleHeight: null,
} as const;

/** One line of a list. */
export const renderer: Renderer<ListTileProps<Read>, ListTileParts> = {
  create(view) {
    const root = element("div", "");
    const parts = createTile(view, root);
    root.addEventListener("click", (click) => {
      const press = view.parts.press;
      if (press === undefined || click.target !== press) return;
      click.stopPropagation();
      if (view.props.toggleInputs === true && view.props.url == null) {
        root.querySelector<HTMLElement>("input[type=checkbox], input[type=radio], [role=switch]")?.click();
      }
      view.emit("click");
    });
    return { root, ...parts, press: undefined };
  },
  slot: ({ parts }, name) => tileSlot(parts, name),
  childrenChanged: countLines,
  disabled: setPress,
  props: {
    ...tileProps,
    url: setPress,
    toggleInputs: setPress,
    onClick: setPress,
    onLongPress(view) {
      setPress(view);
      listenForLongPress(view);
    },
    autofocus({ parts, props }) {
      if (props.autofocus === true && parts.press !== undefined) focusWhenAttached(parts.press);
    },
    selected(view) {
      setPress(view);
      recolor(view);
    },
    selectedColor: recolor,
    selectedTileColor: recolor,
    bgcolor: recolor,
    iconColor: recolor,
    textColor: recolor,
    hoverColor: recolor,
    splashColor: recolor,
    isThreeLine: ({ root, props }) => void root.classList.toggle("r-tile-three-line", props.isThreeLine === true),
    titleAlignment: ({ root, props }) =>
      setStyle(root, "align-items", props.titleAlignment == null ? null : ALIGNMENTS[props.titleAlignment]),
    contentPadding: ({ root, props }) => setStyle(root, "--r-t-padding", toInsets(props.contentPadding)),
    horizontalSpacing: ({ root, props }) => setStyle(root, "--r-t-gap", px(props.horizontalSpacing)),
    minLeadingWidth: ({ root, props }) => setStyle(root, "--r-t-leading", px(props.minLeadingWidth)),
    minVerticalPadding: ({ root, props }) => setStyle(root, "--r-t-room", px(props.minVerticalPadding)),
    minHeight: ({ root, props }) => setStyle(root, "--r-t-height", px(props.minHeight)),
    mouseCursor: ({ root, props }) => setStyle(root, "--r-t-cursor", props.mouseCursor),
    style({ parts, props }) {
      parts.title.classList.toggle("r-text-style-labelLarge", props.style === "drawer" && props.titleTextStyle == null);
    },
    shape({ root, props: { shape } }) {
      const side = inFull(inFull(shape)?.side);
      setStyle(root, "border-radius", shape == null ? null : toShape(shape));
      setStyle(
        root,
        "box-shadow",
        side === undefined || side.style === "none"
          ? null
          : `inset 0 0 0 ${side.width ?? 1}px ${toColor(side.color ?? "#000000")}`,
      );
    },
    titleTextStyle: ({ parts, props }) => setTextStyle(parts.title, props.titleTextStyle),
    subtitleTextStyle: ({ parts, props }) => setTextStyle(parts.subtitle, props.subtitleTextStyle),
    leadingAndTrailingTextStyle({ parts, props }) {
      setTextStyle(parts.leading, props.leadingAndTrailingTextStyle);
      setTextStyle(parts.trailing, props.leadingAndTrailingTextStyle);
    },
  },
};
