// The server half of a custom control. A package would export this file for apps.
import { Control, type EventHandler, type LayoutProps } from "runlet";
import {
  event,
  type In,
  type Literal,
  type Mode,
  oneOf,
  type Plain,
  payload,
  type Read,
  type Spec,
  spec,
  text,
} from "runlet/spec";

const FORMATS = ["relative", "duration", "datetime"] as const;
type Format = (typeof FORMATS)[number];

export interface RelativeTimeProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Time to show, in the format of `toISOString()`. Default none: nothing is shown. */
  when?: In<M, string | null>;
  /**
   * Format of the text. `"relative"`: "3 hours ago". `"duration"`: the length of time, past or future. `"datetime"`: a
   * date. Default `"relative"`.
   */
  format?: In<M, Format>;
  /** Called when the text has changed because time has passed; `data` is the new text. */
  onUpdate?: EventHandler<RelativeTime, string> | undefined;
}

export interface RelativeTime extends Plain<RelativeTimeProps<Read>> {}

/** A time in the reader's language and time zone, updated as time passes. */
export class RelativeTime extends Control {
  static override readonly spec: Spec<RelativeTimeProps> = spec<RelativeTimeProps>({
    type: "RelativeTime",
    parent: Control,
    properties: { when: text(null), format: oneOf(FORMATS, "relative"), onUpdate: event(payload.text) },
    semantics: { role: "time" },
  });

  constructor(props?: RelativeTimeProps) {
    super(props);
  }
}
