import { Column, Control, Divider, type LayoutProps } from "runlet";
import { type In, type Literal, type Mode, type Plain, type Read, type Spec, slot, slots, spec } from "runlet/spec";

export interface FrameProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Controls of the user. Default none. */
  children?: In<M, readonly Control[]>;
  /** Control below them. Default `null`: a line. */
  action?: In<M, Control | null>;
}

export interface Frame extends Plain<FrameProps<Read>> {}

/** Places the controls that its user gives it. */
export class Frame extends Control {
  static override readonly spec: Spec<FrameProps> = spec<FrameProps>({
    parent: Control,
    properties: { children: slots(), action: slot() },
  });
  readonly #body = new Column();

  constructor(props?: FrameProps) {
    super(props);
  }

  override build(): Control {
    return this.#body;
  }

  override beforeUpdate(): void {
    this.#body.controls = [...this.children, this.action ?? new Divider()];
  }
}
