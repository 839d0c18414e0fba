/** The argument of an event handler. */
export interface ControlEvent<C, D = unknown> {
  /** Control that the event happened to. */
  readonly control: C;
  /** Name of the event, such as `click` for `onClick`. */
  readonly name: string;
  /** Payload of the event, checked against the event's declaration. */
  readonly data: D;
}
