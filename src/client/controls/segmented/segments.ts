import type { Read } from "../../../controls/control-props.ts";
import type { SegmentProps } from "../../../controls/segmented/segment.ts";
import type { SegmentedButtonProps } from "../../../controls/segmented/segmented-button.ts";
import { nextSelection } from "../../../input/input-rules.ts";
import type { ButtonStyle } from "../../../values/button-style.ts";
import { setAttribute } from "../../dom/css.ts";
import { setIcon } from "../../dom/icon.ts";
import { isRtlAt, nextItem, setTabStop } from "../../input/roving.ts";
import { setButtonStyle } from "../../parts/button-style.ts";
import type { Parts } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

/** Elements of one segment. */
export interface SegmentParts extends Parts {
  readonly root: HTMLButtonElement;
  readonly check: HTMLElement;
  readonly icon: HTMLElement;
  readonly label: HTMLElement;
  readonly text: Text;
  /** View of the SegmentedButton. */
  group: View | undefined;
}

/** Elements of a row of segments. */
export interface SegmentedParts extends Parts {
  readonly group: HTMLElement;
  /** Element that holds `selectedIcon` while it is a control. */
  readonly mark: HTMLElement;
}

export type SegmentView = View<SegmentProps<Read>, SegmentParts>;
export type SegmentedView = View<SegmentedButtonProps<Read>, SegmentedParts>;

function segmentsOf(view: SegmentedView): SegmentView[] {
  return [view.children.get("segments") ?? []].flat() as SegmentView[];
}

/** Shows whether each segment is selected, and sets the ARIA roles. */
export function showSelected(view: SegmentedView): void {
  const { parts, props } = view;
  const isMany = props.allowMultipleSelection === true;
  const segments = segmentsOf(view);
  parts.group.role = isMany ? "group" : "radiogroup";
  let mark: Node | undefined = view.children.has("selectedIcon") ? parts.mark : undefined;
  if (mark !== undefined) view.root.append(mark);
  for (const segment of segments) {
    const { root, check } = segment.parts;
    const isOn = isSelected(view, segment);
    root.role = isMany ? "checkbox" : "radio";
    root.ariaChecked = String(isOn);
    const isMarked = isOn && props.showSelectedIcon === true;
    for (const clone of check.querySelectorAll(":scope > .r-segment-mark")) if (clone !== parts.mark) clone.remove();
    setIcon(check, isMarked && mark === undefined ? (props.selectedIcon ?? "check") : null);
    if (isMarked && mark !== undefined) {
      check.append(mark);
      mark = parts.mark.cloneNode(true);
    }
    restyle(view, segment);
  }
  const items = segments.map(({ parts }) => parts.root).filter((root) => !root.disabled && !root.hidden);
  if (isMany) for (const item of items) item.tabIndex = 0;
  else {
    const focused = items.find((item) => item === document.activeElement);
    setTabStop(items, items.find((item) => item.ariaChecked === "true") ?? focused ?? items[0]);
  }
}

/** Applies the style to a segment. Border, corners and shadow belong to the group. */
export function restyle(view: SegmentedView, segment: SegmentView): void {
  const { side, shape, elevation, shadowColor, ...style }: ButtonStyle = view.props.style ?? {};
  setButtonStyle(segment, style, () => restyle(view, segment), isSelected(view, segment));
}

function isSelected({ props }: SegmentedView, segment: SegmentView): boolean {
  return props.selected?.includes(segment.props.value ?? "") === true;
}

/** Handles a press on a segment. */
export function choose(segment: SegmentView): void {
  const view = segment.parent as SegmentedView | undefined;
  if (view?.type !== "SegmentedButton") return;
  const { selected = [], allowMultipleSelection, allowEmptySelection } = view.props;
  const isMany = allowMultipleSelection === true;
  const next = nextSelection(selected, segment.props.value ?? "", isMany, allowEmptySelection === true);
  if (next === undefined) return;
  view.write("selected", next, "change");
  showSelected(view);
}

/** Moves the focus by arrow keys. If only one segment can be selected, also selects it, like radio buttons. */
export function moveByKey(view: SegmentedView, event: KeyboardEvent): void {
  const segments = segmentsOf(view).filter(({ parts }) => !parts.root.disabled && !parts.root.hidden);
  const from = segments.find(({ root }) => root === event.target);
  const to = from && nextItem(segments, from, event.key, "both", isRtlAt(view.root));
  if (to === undefined) return;
  event.preventDefault();
  to.root.focus();
  if (view.props.allowMultipleSelection !== true && !isSelected(view, to)) choose(to);
}

/** Moves the tooltip from the description of the root to the accessible name of the group. */
export function nameGroup({ root, parts }: SegmentedView): void {
  setAttribute(parts.group, "aria-label", root.getAttribute("aria-description"));
  root.removeAttribute("aria-description");
}
