// The server's half of a control of one's own: what a package would export for apps.
import {
  Control,
  type EventHandler,
  event,
  type In,
  type LayoutProps,
  type Literal,
  type Mode,
  oneOf,
  type Plain,
  payload,
  type Read,
  type Spec,
  spec,
  text,
} from "runlet";

const FORMATS = ["relative", "duration", "datetime"] as const;
type Format = (typeof FORMATS)[number];

export interface RelativeTimeProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** The moment, as `toISOString()` has it. Default none: nothing is shown. */
  when?: In<M, string | null>;
  /** `"relative"`: "3 hours ago". `"duration"`: how long, whether past or to come. `"datetime"`: a date. Default `"relative"`. */
  format?: In<M, Format>;
  /** It says something else than before, since time went on; `data` is what. */
  onUpdate?: EventHandler<RelativeTime, string> | undefined;
}

export interface RelativeTime extends Plain<RelativeTimeProps<Read>> {}

/** A moment in the reader's words and time zone, kept true as time goes on. */
export class RelativeTime extends Control {
  static override readonly spec: Spec<RelativeTimeProps<Read>> = spec<RelativeTimeProps<Read>, LayoutProps<Read>>(
    "RelativeTime",
    Control,
    { when: text(null), format: oneOf(FORMATS, "relative"), onUpdate: event(payload.text) },
    { role: "time" },
  );

  constructor(props?: RelativeTimeProps) {
    super(props);
  }
}
