import { Button, Control, type EventHandler, type LayoutProps, Row, Text } from "runlet";
import {
  event,
  type In,
  type Literal,
  type Mode,
  number,
  type Plain,
  payload,
  type Read,
  type Spec,
  spec,
  text,
} from "runlet/spec";

export interface MeterProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Value shown. Default 0. */
  value?: In<M, number>;
  /** Text in front of the value. Default `""`. */
  label?: In<M, string>;
  /** Called when the value was raised; `data` is the new value. */
  onRaise?: EventHandler<Meter, number> | undefined;
}

export interface Meter extends Plain<MeterProps<Read>> {}

/** A control that is composed of others, and has properties and an event of its own. */
export class Meter extends Control {
  static override readonly spec: Spec<MeterProps> = spec<MeterProps>({
    parent: Control,
    properties: { value: number(0, { min: 0 }), label: text(""), onRaise: event(payload.number) },
  });

  readonly #text = new Text();

  constructor(props?: MeterProps) {
    super(props);
  }

  override build(): Control {
    return new Row({ controls: [this.#text, new Button({ content: "Raise", onClick: () => this.raise() })] });
  }

  override beforeUpdate(): void {
    this.#text.value = `${this.label}${this.value}`;
  }

  raise(): void {
    this.value++;
    this.emit("raise", this.value);
  }
}
