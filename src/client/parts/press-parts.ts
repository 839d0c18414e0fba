import type { Read } from "../../controls/control-props.ts";
import type { IconButtonProps } from "../../controls/icon-button/icon-button.ts";
import { element, setAttribute } from "../dom/css.ts";
import { focusWhenAttached, setLinkOrNone } from "../input/focus-target.ts";
import { listenForFocus, listenForHover, listenForLongPress } from "../input/gestures.ts";
import type { Parts, Setter } from "../rendering/renderer.ts";
import type { View } from "../rendering/view.ts";

/** Elements that any kind of button has. */
export interface PressParts extends Parts {
  /** The pressable element. With a URL it is a link, so it may be replaced by another element. The root stays. */
  press: HTMLButtonElement | HTMLAnchorElement;
}

type Has<K extends keyof IconButtonProps> = Pick<IconButtonProps<Read>, K>;

/** Creates the elements of a button around its content, and reports clicks. */
export function makePressParts(
  view: View<Has<"url">, PressParts>,
  variety: string,
  ...content: (Node | string)[]
): PressParts {
  const root = element("div", `r-press-root ${variety}`);
  const press = makePress(view.props.url != null);
  press.className = "r-press";
  press.append(...content);
  root.append(press);
  root.addEventListener("click", (click) => {
    click.stopPropagation();
    view.emit("click");
  });
  return { root, press };
}

/** Setter of `url` and of the disabled state: the target of a press, and whether the button can be pressed. */
export function setTarget({ parts, props, isDisabled }: View<Has<"url">, PressParts>): void {
  const isLink = props.url != null;
  const hadFocus = parts.press === document.activeElement;
  if (isLink !== parts.press instanceof HTMLAnchorElement) replacePress(parts, isLink);
  if (parts.press instanceof HTMLButtonElement) parts.press.disabled = isDisabled;
  else setLinkOrNone(parts.press, props.url, isDisabled);
  if (hadFocus) parts.press.focus();
}

/** Setters that all buttons share. */
export const pressSetters: {
  readonly [K in "autofocus" | "onLongPress" | "onHover" | "onFocus" | "onBlur"]: Setter<Has<"autofocus">, PressParts>;
} = {
  autofocus({ parts, props }) {
    if (props.autofocus === true) focusWhenAttached(parts.press);
  },
  onLongPress: listenForLongPress,
  onHover: listenForHover,
  onFocus: listenForFocus,
  onBlur: listenForFocus,
};

/** Methods that any button has. */
export const pressMethods: { readonly focus: (view: View<unknown, PressParts>) => void } = {
  focus: ({ parts }) => parts.press.focus(),
};

function replacePress(parts: PressParts, isLink: boolean): void {
  const next = makePress(isLink);
  next.className = parts.press.className;
  for (const name of ["aria-description", "aria-label"]) setAttribute(next, name, parts.press.getAttribute(name));
  next.append(...parts.press.childNodes);
  parts.press.replaceWith(next);
  parts.press = next;
}

function makePress(isLink: boolean): HTMLButtonElement | HTMLAnchorElement {
  if (isLink) return document.createElement("a");
  const press = document.createElement("button");
  press.type = "button";
  return press;
}
