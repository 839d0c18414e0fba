import type { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Read } from "../core/control-props.ts";
import { type Entries, flag, oneOf, slotOrIcon, slotOrText } from "../core/spec.ts";
import type { IconName } from "../core/values/icon-name.ts";
import { VisualDensity } from "./values/visual-density.ts";

/** What the kinds of tiles have in common. */
export interface TileProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What it is about: text, or a control. Default none. */
  title?: In<M, Control | string | null>;
  /** Below the title: text, or a control. Default none. */
  subtitle?: In<M, Control | string | null>;
  /** Before the title: an icon's name, or a control. Default none. */
  leading?: In<M, Control | IconName | null>;
  /** Behind the title: an icon's name, or a control. Default none. */
  trailing?: In<M, Control | IconName | null>;
  /** Whether it takes less room, with smaller letters. Default `false`. */
  dense?: In<M, boolean>;
  /** How much room it takes. Default `null`: `"standard"`. */
  visualDensity?: In<M, VisualDensity | null>;
}

/** @internal */
export const tileEntries: Entries<TileProps<Read>, LayoutProps<Read>> = {
  title: slotOrText(),
  subtitle: slotOrText(),
  leading: slotOrIcon(),
  trailing: slotOrIcon(),
  dense: flag(false),
  visualDensity: oneOf(VisualDensity, null),
};
