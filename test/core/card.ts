import { Column, Control, Divider, type LayoutProps } from "runlet";
import { type In, type Literal, type Mode, type Plain, type Read, type Spec, slot, slots, spec } from "runlet/spec";

export interface CardProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Controls of the user. Default none. */
  children?: In<M, readonly Control[]>;
  /** Control below them. Default `null`: a line. */
  action?: In<M, Control | null>;
}

export interface Card extends Plain<CardProps<Read>> {}

/** Places the controls that its user gives it. */
export class Card extends Control {
  static override readonly spec: Spec<CardProps> = spec<CardProps>({
    parent: Control,
    properties: { children: slots(), action: slot() },
  });
  readonly #body = new Column();

  constructor(props?: CardProps) {
    super(props);
  }

  override build(): Control {
    return this.#body;
  }

  override beforeUpdate(): void {
    this.#body.controls = [...this.children, this.action ?? new Divider()];
  }
}
