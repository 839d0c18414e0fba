import { Control } from "../core/control.ts";
import type { Children, In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import { quote } from "../core/errors.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, oneOf, type Spec, slotOrIcon, slots, spec, value } from "../core/spec.ts";
import { listType, stringType } from "../core/types.ts";
import type { IconName } from "../core/values/icon-name.ts";
import { type Padding, paddingType } from "../core/values/insets.ts";
import { assertAgreeing } from "./contradiction.ts";
import type { Segment } from "./segment.ts";
import { Axis } from "./values/axis.ts";
import { type ButtonStyle, buttonStyleType } from "./values/button-style.ts";

/** Properties of {@link SegmentedButton}. */
export interface SegmentedButtonProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What there is to choose from. Default none. */
  segments?: Children<M, Segment>;
  /** Values of the segments that are chosen; a click changes it. Default none. */
  selected?: In<M, readonly string[]>;
  /** Whether nothing may be chosen. Default `false`: the last one stays chosen. */
  allowEmptySelection?: In<M, boolean>;
  /** Whether several may be chosen. Default `false`: a click on one gives up the other. */
  allowMultipleSelection?: In<M, boolean>;
  /** How the segments look, in general and by state. Default none: as the theme has it. */
  style?: In<M, ButtonStyle | null>;
  /** Shown in a chosen segment, in the place of its icon: the name of an icon, or a control. Default none: a tick. */
  selectedIcon?: In<M, Control | IconName | null>;
  /** Whether a chosen segment shows `selectedIcon`. Default `true`. */
  showSelectedIcon?: In<M, boolean>;
  /** Whether the segments stand side by side or one below the other. Default `null`: side by side. */
  direction?: In<M, Axis | null>;
  /** Room around it, in pixels; with this it is as wide as it may be. Default `null`: as wide as its segments. */
  padding?: In<M, Padding | null>;
  /** The person chose; `data` has the values that are chosen now. */
  onChange?: EventHandler<SegmentedButton, readonly string[]> | undefined;
}

export interface SegmentedButton extends Plain<SegmentedButtonProps<Read>> {}

/** A row of a few choices: one of them, or several. */
export class SegmentedButton extends Control {
  static override readonly spec: Spec<SegmentedButtonProps<Read>> = spec<SegmentedButtonProps<Read>, LayoutProps<Read>>(
    "SegmentedButton",
    Control,
    {
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
  );

  constructor(props?: SegmentedButtonProps) {
    super(props);
  }

  override beforeUpdate(): void {
    const isThere = this.segments.some(({ visible }) => visible);
    const problem = isThere ? problemWith(this.selected, this) : undefined;
    assertAgreeing(this, problem && `.selected${problem}`);
  }
}

/** What speaks against a choice, whoever made it. */
function problemWith(selected: readonly string[], button: SegmentedButton): string | undefined {
  if (selected.length === 0 && !button.allowEmptySelection) {
    return " must name a segment, unless allowEmptySelection is set";
  }
  if (selected.length > 1 && !button.allowMultipleSelection) {
    return ` must name one segment, unless allowMultipleSelection is set, not ${selected.length}`;
  }
  return undefined;
}

/** What speaks against what the person chose. */
function refuseSelected(selected: readonly string[], control: Control): string | undefined {
  const button = control as SegmentedButton;
  const isUsable = ({ visible, disabled }: Segment): boolean => visible && !disabled;
  const open = new Set([...button.segments.filter(isUsable).map((segment) => segment.value), ...button.selected]);
  const unknown = selected.find((name, index) => !open.has(name) || selected.indexOf(name) !== index);
  if (unknown !== undefined) return ` must name segments that can be chosen, each once, not ${quote(unknown)}`;
  return problemWith(selected, button);
}
