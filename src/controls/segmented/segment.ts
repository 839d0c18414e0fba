import { hugLayout } from "../../layout/simple.ts";
import type { IconName } from "../../values/icon-name.ts";
import { Control } from "../control.ts";
import type { ControlProps, In, Literal, Mode, Plain, Read } from "../control-props.ts";
import { type Spec, slotOrIcon, slotOrText, spec, text } from "../spec.ts";

/** Properties of {@link Segment}. */
export interface SegmentProps<M extends Mode = Literal> extends ControlProps<M> {
  /** Value that represents the segment in `selected` of its SegmentedButton. Default `""`. */
  value?: In<M, string>;
  /** Icon before the label: an icon's name, or a control. Default `null`: none. */
  icon?: In<M, Control | IconName | null>;
  /** Label of the segment: text, or a control. Default `null`: none. */
  label?: In<M, Control | string | null>;
}

export interface Segment extends Plain<SegmentProps<Read>> {}

/** One option of a SegmentedButton. Properties of size and position have no effect on it. */
export class Segment extends Control {
  static override readonly spec: Spec<SegmentProps> = spec<SegmentProps>({
    type: "Segment",
    parent: Control,
    layout: hugLayout,
    properties: {
      value: text(""),
      icon: slotOrIcon(),
      label: slotOrText(),
    },
    semantics: { role: "radio", label: "label" },
  });

  constructor(props?: SegmentProps) {
    super(props);
  }
}
