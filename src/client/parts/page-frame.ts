import type { Read } from "../../controls/control-props.ts";
import type { ViewProps } from "../../controls/view/view.ts";
import { adopt, css, element, setStyle } from "../dom/css.ts";
import { px, toColor, toCrossAxis, toInsets, toMainAxis } from "../dom/css-values.ts";
import type { Parts, Setter } from "../rendering/renderer.ts";
import type { View } from "../rendering/view.ts";

/** Elements of a page or view. Bars in the head and the foot stay in place while the body between them scrolls. */
export interface PageFrameParts extends Parts {
  readonly head: HTMLElement;
  readonly body: HTMLElement;
  readonly foot: HTMLElement;
  /** Elements that hold the other slots, by name. Each is created on first use. */
  readonly holders: { [slot: string]: HTMLElement };
}

type PageFrameProps = Pick<
  ViewProps<Read>,
  "verticalAlignment" | "horizontalAlignment" | "spacing" | "padding" | "bgcolor"
>;
type PageFrameSetter = Setter<PageFrameProps, PageFrameParts>;

/** Returns whether the app is the whole page. An app inside another page has no `main` element of its own. */
export function isStandalone(): boolean {
  return document.getElementById("runlet") !== null;
}

/** Creates the elements of a page or view. `className` is the class of the root element. */
export function makePageFrame(className: string): PageFrameParts {
  const root = element("div", className);
  const head = element("div", "r-page-head");
  const body = element(isStandalone() ? "main" : "div", "r-page");
  const foot = element("div", "r-page-foot");
  root.append(head, body, foot);
  return { root, head, body, foot, holders: {} };
}

/** Returns the element that holds a slot. The styles that place the bars are loaded with the first bar. */
export function pageFrameSlot<P>({ root, parts }: View<P, PageFrameParts>, name: string): HTMLElement {
  if (name === "controls") return parts.body;
  const known = parts.holders[name];
  if (known !== undefined) return known;
  const holder = element("div", `r-page-${name}`);
  parts.holders[name] = holder;
  if (name === "floatingActionButton") placeFloatingButton(root, parts);
  else if (name === "appbar") parts.head.prepend(holder);
  else (name === "bottomAppbar" || name === "navigationBar" ? parts.foot : root).append(holder);
  return holder;
}

/** Places the floating action button at its named location. */
export function placeFloatingButton(root: HTMLElement, { head, foot, holders }: PageFrameParts): void {
  const { floatingActionButton: holder } = holders;
  if (holder === undefined) return;
  if (root.dataset.button?.endsWith("Top") === true) head.append(holder);
  else foot.prepend(holder);
}

/** Setters that pages and views share. */
export const pageFrameProps: { readonly [K in keyof PageFrameProps]-?: PageFrameSetter } = {
  verticalAlignment: ({ parts, props }) => setStyle(parts.body, "justify-content", toMainAxis(props.verticalAlignment)),
  horizontalAlignment: ({ parts, props }) =>
    setStyle(parts.body, "align-items", toCrossAxis(props.horizontalAlignment)),
  spacing: ({ parts, props }) => setStyle(parts.body, "gap", px(props.spacing)),
  padding: ({ parts, props }) => setStyle(parts.body, "padding", toInsets(props.padding)),
  bgcolor: ({ root, props }) => setStyle(root, "background", toColor(props.bgcolor)),
};

adopt(css`
.r-window { flex: 1; display: flex; flex-direction: column; position: relative; }
.r-page { flex: 1; display: flex; flex-direction: column; align-items: flex-start; position: relative; }
.r-view > .r-page { flex-basis: auto; }
`);
