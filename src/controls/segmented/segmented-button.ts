import { quote } from "../../core/declaration/errors.ts";
import { listType, stringType } from "../../core/declaration/types.ts";
import { hugLayout } from "../../layout/simple.ts";
import { Axis } from "../../values/axis.ts";
import { type ButtonStyle, buttonStyleType } from "../../values/button-style.ts";
import type { IconName } from "../../values/icon-name.ts";
import { type Padding, paddingType } from "../../values/insets.ts";
import type { ChildArray } from "../child-array.ts";
import { Control } from "../control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { assertNoContradiction } from "../property-checks.ts";
import { event, flag, oneOf, type Spec, slotOrIcon, slots, spec, value } from "../spec.ts";
import type { Segment } from "./segment.ts";

/** Properties of {@link SegmentedButton}. */
export interface SegmentedButtonProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Options to select from. Default none. */
  segments?: Children<M, Segment>;
  /**
   * Values of the selected segments. A click changes it. Default none. An empty list is an error without
   * `allowEmptySelection`, and more than one value without `allowMultipleSelection`.
   */
  selected?: In<M, readonly string[]>;
  /** Whether the selection may be empty. Default `false`: the last selected segment stays selected. */
  allowEmptySelection?: In<M, boolean>;
  /** Whether several segments may be selected. Default `false`: selecting one deselects the other. */
  allowMultipleSelection?: In<M, boolean>;
  /** Style of the segments; its fields can differ by state. Default `null`: the theme's. */
  style?: In<M, ButtonStyle | null>;
  /**
   * Icon of a selected segment, shown instead of its own: an icon's name, or a control. Default `null`: a check mark.
   */
  selectedIcon?: In<M, Control | IconName | null>;
  /** Whether a selected segment shows `selectedIcon`. Default `true`. */
  showSelectedIcon?: In<M, boolean>;
  /** Direction in which the segments are placed. Default `null`: `"horizontal"`. */
  direction?: In<M, Axis | null>;
  /**
   * Space around the control, in pixels: one number for all sides, or by side. If it is set, the control fills the
   * available width. Default `null`: as wide as its segments.
   */
  padding?: In<M, Padding | null>;
  /** Called when the person changes the selection. `data` is the list of selected values. */
  onChange?: EventHandler<SegmentedButton, readonly string[]> | undefined;
}

export interface SegmentedButton extends Plain<SegmentedButtonProps<Read>> {
  /** Options to select from. Default none. */
  get segments(): ChildArray<Segment>;
  set segments(children: readonly Segment[]);
}

/** A row of a few options, of which one or several can be selected. */
export class SegmentedButton extends Control {
  static override readonly spec: Spec<SegmentedButtonProps> = spec<SegmentedButtonProps>({
    type: "SegmentedButton",
    parent: Control,
    layout: hugLayout,
    properties: {
      segments: slots<Segment>("Segment"),
      selected: value(listType(stringType), []).writable(refuseSelected),
      allowEmptySelection: flag(false),
      allowMultipleSelection: flag(false),
      style: value(buttonStyleType, null),
      selectedIcon: slotOrIcon(),
      showSelectedIcon: flag(true),
      direction: oneOf(Axis, null),
      padding: value(paddingType, null),
      onChange: event(listType(stringType)),
    },
  });

  constructor(props?: SegmentedButtonProps) {
    super(props);
  }

  override beforeUpdate(): void {
    const isThere = this.segments.some(({ visible }) => visible);
    const problem = isThere ? problemWith(this.selected, this) : undefined;
    assertNoContradiction(this, problem && `.selected ${problem}`);
  }
}

/** Returns why a selection is invalid, whether the app or the client set it, or undefined if it is valid. */
function problemWith(selected: readonly string[], button: SegmentedButton): string | undefined {
  if (selected.length === 0 && !button.allowEmptySelection) {
    return "must name a segment, unless allowEmptySelection is set";
  }
  if (selected.length > 1 && !button.allowMultipleSelection) {
    return `must name one segment, unless allowMultipleSelection is set, not ${selected.length}`;
  }
  return undefined;
}

/** Returns why a selection from the client is refused, or undefined if it is allowed. */
function refuseSelected(selected: readonly string[], control: Control): string | undefined {
  const button = control as SegmentedButton;
  const isUsable = ({ visible, disabled }: Segment): boolean => visible && !disabled;
  const open = new Set([...button.segments.filter(isUsable).map((segment) => segment.value), ...button.selected]);
  const unknown = selected.find((name, index) => !open.has(name) || selected.indexOf(name) !== index);
  if (unknown !== undefined) return `must name segments that can be selected, each once, not ${quote(unknown)}`;
  return problemWith(selected, button);
}
