import type { IconName } from "../../values/icon-name.ts";
import { VisualDensity } from "../../values/visual-density.ts";
import type { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Read } from "../control-props.ts";
import { type Entries, flag, oneOf, slotOrIcon, slotOrText } from "../spec.ts";

/** Properties of all tiles. */
export interface TileProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Main content of the tile: text, or a control. Default `null`: none. */
  title?: In<M, Control | string | null>;
  /** Content below the title: text, or a control. Default `null`: none. */
  subtitle?: In<M, Control | string | null>;
  /** Content before the title: an icon's name, or a control. Default `null`: none. */
  leading?: In<M, Control | IconName | null>;
  /** Content after the title: an icon's name, or a control. Default `null`: none. */
  trailing?: In<M, Control | IconName | null>;
  /** Whether the tile takes less space, with smaller text. Default `false`. */
  dense?: In<M, boolean>;
  /** Compactness of the control. Default `null`: `"standard"`. */
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
