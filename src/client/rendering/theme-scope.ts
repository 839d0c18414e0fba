import type { Document } from "../../protocol/messages.ts";
import type { WireTheme } from "../../values/theme.ts";

/** The theme in effect in a part of the page, as renderers and the screen read it. */
export interface ThemeScope {
  /** Theme of the surrounding part of the page. Undefined at the outermost one. */
  readonly outer: ThemeScope | undefined;
  /** Whether the dark theme is in effect. */
  readonly isDark: boolean;
  /** Light theme without its colors, which style sheets combine. */
  readonly light: WireTheme;
  /** Dark theme without its colors. */
  readonly dark: WireTheme;
  /** The light or the dark theme, whichever is in effect. */
  readonly theme: WireTheme;
  /** Returns the values of a type's properties that a document leaves out. */
  defaultsOf(type: string): object;
  /** Returns the names of a type's properties that the theme sets. */
  namesOf(type: string): readonly string[];
  /** Returns the properties of a document, with the defaults of the theme. */
  propsOf(document: Document): object;
}
