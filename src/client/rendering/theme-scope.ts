import type { Document } from "../../protocol/messages.ts";
import type { WireTheme } from "../../values/theme.ts";

/** The theme in force in a part of the page, as renderers and the screen read it. */
export interface ThemeScope {
  /** The one around it. */
  readonly outer: ThemeScope | undefined;
  readonly isDark: boolean;
  /** All but the colors: style sheets have those. */
  readonly light: WireTheme;
  readonly dark: WireTheme;
  /** The light or the dark one of them. */
  readonly theme: WireTheme;
  /** What properties of a type read when a document leaves them out. */
  defaultsOf(type: string): object;
  /** Properties of a type that the theme sets. */
  namesOf(type: string): readonly string[];
  /** A document's properties, its theme included. */
  propsOf(document: Document): object;
}
