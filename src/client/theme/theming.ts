import type { Document } from "../../protocol/messages.ts";
import type { Fonts } from "../../values/fonts.ts";
import type { ThemeMode } from "../../values/layout.ts";
import type { TextStyle, TextThemeStyle } from "../../values/text-style.ts";
import type { WireTheme } from "../../values/theme.ts";
import { adopt } from "../dom/css.ts";
import { toColor, toWeight } from "../dom/css-values.ts";
import { SCALE, toFont, toFontFamily } from "../dom/text-style.ts";
import { isByState } from "../input/control-states.ts";
import { defaultsOf } from "../rendering/defaults.ts";
import type { Feature } from "../rendering/feature.ts";
import type { ThemeScope } from "../rendering/theme-scope.ts";
import { propsOf, type View } from "../rendering/view.ts";
import { theme as baseline } from "./theme.ts";

/** Theme properties of a document. */
interface Themed {
  readonly theme?: WireTheme | null;
  readonly darkTheme?: WireTheme | null;
  readonly themeMode?: ThemeMode | null;
  readonly fonts?: Fonts | null;
}

type Properties = { readonly [property: string]: unknown };

/** The theme in effect in a part of the page: the theme of that part, merged over the theme around it. */
class Scope implements ThemeScope {
  readonly outer: ThemeScope | undefined;
  readonly isDark: boolean;
  /** The light theme without merged colors: the style sheets combine those. */
  readonly light: WireTheme;
  readonly dark: WireTheme;
  readonly #defaults = new Map<string, object>();

  constructor({ theme, darkTheme, themeMode }: Themed, outer: ThemeScope | undefined, isSystemDark: boolean) {
    this.outer = outer;
    const around = outer === undefined || themeMode === "system" ? isSystemDark : outer.isDark;
    this.isDark = themeMode === "dark" || (themeMode !== "light" && around);
    this.light = mergeThemes(theme, outer?.light);
    this.dark = mergeThemes(darkTheme ?? theme, outer?.dark);
  }

  get theme(): WireTheme {
    return this.isDark ? this.dark : this.light;
  }

  /** Returns the values of a type's properties that a document leaves out. */
  defaultsOf(type: string): object {
    const own = this.theme.defaults?.[type];
    const base = defaultsOf(type);
    if (own === undefined) return base;
    let all = this.#defaults.get(type);
    if (all === undefined) {
      all = Object.assign(Object.create(Object.getPrototypeOf(base) as object) as object, base, own);
      this.#defaults.set(type, all);
    }
    return all;
  }

  /** Returns the properties of a type that the theme sets. */
  namesOf(type: string): readonly string[] {
    return Object.keys(this.theme.defaults?.[type] ?? {});
  }

  propsOf(document: Document): object {
    const own = this.theme.defaults?.[document.$type];
    const props = propsOf(document, this.defaultsOf(document.$type));
    return own === undefined ? props : Object.assign(props, mergeStyles(document as Properties, own));
  }
}

/** Merges two themes. Values of `over` take precedence. */
function mergeThemes(over: WireTheme | null | undefined, under: WireTheme = {}): WireTheme {
  if (over == null) return under;
  const defaults: { [type: string]: Properties } = { ...under.defaults };
  for (const [type, own] of Object.entries(over.defaults ?? {}))
    defaults[type] = { ...defaults[type], ...own, ...mergeStyles(own, defaults[type] ?? {}) };
  const text = { ...under.text };
  for (const name of Object.keys(over.text ?? {}) as TextThemeStyle[])
    text[name] = { ...text[name], ...over.text?.[name] };
  return { ...under, ...over, text, scrollbar: { ...under.scrollbar, ...over.scrollbar }, defaults };
}

/** Merges the styles that are in both objects, field by field. Fields that `over` leaves out come from `under`. */
function mergeStyles(over: Properties, under: Properties): Properties {
  const merged: { [property: string]: unknown } = {};
  for (const [name, value] of Object.entries(under)) {
    const own = over[name];
    if (/style$/i.test(name) && isStyle(own) && isStyle(value)) merged[name] = { ...value, ...own };
  }
  return merged;
}

function isStyle(value: unknown): value is object {
  return typeof value === "object" && value !== null && !isByState(value);
}

/** Does nothing. The screen applies themes, because they change the properties of other views. */
const byScreen = (): void => {};
/** Setters of the theme properties. Loaded when one of them is used. */
export const feature: Feature = { theme: byScreen, darkTheme: byScreen, fonts: byScreen };

/** Applies themes to the views of a page. */
export class Themes {
  /** Element around the page. It draws the background of everything. */
  readonly #root: HTMLElement;
  readonly #documentOf: (id: number) => Document | undefined;
  /** Updates properties of a view whose defaults have changed. */
  readonly #setProps: (view: View, names: readonly string[]) => void;
  readonly #system: MediaQueryList = matchMedia("(prefers-color-scheme: dark)");
  readonly #life = new AbortController();
  readonly #fonts = new Map<string, FontFace>();

  constructor(
    root: HTMLElement,
    documentOf: (id: number) => Document | undefined,
    setProps: (view: View, names: readonly string[]) => void,
    changed: () => void,
  ) {
    this.#root = root;
    this.#documentOf = documentOf;
    this.#setProps = setProps;
    this.#system.addEventListener("change", changed, { signal: this.#life.signal });
  }

  /** Returns the theme in effect for a control with this document. */
  scopeOf(document: Document, outer: ThemeScope | undefined): ThemeScope {
    const { theme, darkTheme, themeMode } = document as Themed;
    const isOwn = document.$type === "Container" && (theme ?? darkTheme ?? themeMode) != null;
    return outer === undefined || isOwn ? new Scope(document as Themed, outer, this.#system.matches) : outer;
  }

  /** Updates the theme of a view and of all views inside it, because its own theme changed or it moved. */
  renew(view: View, outer: ThemeScope | undefined = view.parent?.scope): void {
    const document = this.#documentOf(view.id);
    if (document === undefined) return;
    const { scope: before, type } = view;
    const scope = this.scopeOf(document, outer);
    if (scope === before) return;
    view.scope = scope;
    this.applyTo(view);
    const [old, now] = [before?.defaultsOf(type) ?? defaultsOf(type), scope.defaultsOf(type)] as [
      Properties,
      Properties,
    ];
    const names = Object.keys({ ...old, ...now }).filter((name) => old[name] !== now[name]);
    const isTipOther = before?.theme.defaults?.Tooltip !== scope.theme.defaults?.Tooltip;
    if (isTipOther && (view.props as { tooltip?: unknown }).tooltip != null) names.push("tooltip");
    if (names.length > 0) this.#setProps(view, names);
    for (const child of view.allChildren()) this.renew(child, scope);
  }

  /** Updates the theme of a view that moved. */
  moved(view: View): void {
    const outer = view.parent?.scope;
    if (view.scope !== outer && view.scope?.outer !== outer) this.renew(view, outer);
  }

  /** Sets the CSS variables of a view's own theme. */
  applyTo(view: View): void {
    const document = this.#documentOf(view.id) as (Document & Themed) | undefined;
    const { scope, parent } = view;
    if (document === undefined || scope === undefined) return;
    const isPage = parent === undefined && view.id === 1;
    if (isPage) this.#loadFonts(document.fonts ?? {});
    const hasOwn = (document.theme ?? document.darkTheme) != null || (!isPage && scope.isDark !== scope.outer?.isDark);
    const host = isPage ? this.#root : view.root;
    host.classList.toggle("r-themed", hasOwn && scope !== parent?.scope);
    setVariables(host, hasOwn && scope !== parent?.scope ? variablesOf(document, scope.theme) : new Map());
  }

  /** Removes fonts, variables and listeners, because the page is gone for good. */
  dispose(): void {
    this.#life.abort();
    this.#root.classList.remove("r-themed");
    setVariables(this.#root, new Map());
    this.#loadFonts({});
  }

  #loadFonts(fonts: Fonts): void {
    for (const [family, face] of this.#fonts) {
      if (fonts[family] !== undefined) continue;
      window.document.fonts.delete(face);
      this.#fonts.delete(family);
    }
    for (const [family, file] of Object.entries(fonts)) {
      if (this.#fonts.has(family)) continue;
      const face = new FontFace(family, `url(${JSON.stringify(file)})`, { display: "swap" });
      this.#fonts.set(family, face);
      window.document.fonts.add(face);
    }
  }
}

type Variables = ReadonlyMap<string, string | null>;

const dressed = new WeakMap<HTMLElement, Variables>();

/** Sets variables on an element, and removes those that were set before. */
function setVariables(host: HTMLElement, next: Variables): void {
  for (const name of dressed.get(host)?.keys() ?? []) if (!next.has(name)) host.style.removeProperty(name);
  for (const [name, value] of next) host.style.setProperty(name, value);
  dressed.set(host, next);
}

function variablesOf({ theme, darkTheme }: Themed, active: WireTheme): Variables {
  const variables = new Map<string, string | null>();
  for (const [role, [light]] of Object.entries(theme?.colors ?? {})) variables.set(`--r-l-${role}`, light);
  for (const [role, [, dark]] of Object.entries((darkTheme ?? theme)?.colors ?? {}))
    variables.set(`--r-d-${role}`, dark);
  const family = toFontFamily(active, FONT);
  if (family !== null) variables.set("--r-font", family);
  for (const [name, style] of Object.entries(active.text ?? {})) {
    for (const [part, value] of textVariables(name as TextThemeStyle, style))
      variables.set(`--r-t-${name}${part}`, value);
  }
  const { thumbColor, trackColor, thickness } = active.scrollbar ?? {};
  const bar = [thumbColor, trackColor].map((color) => toColor(isByState(color) ? color.default : color));
  if (bar.some((color) => color !== null))
    variables.set("scrollbar-color", bar.map((color) => color ?? "transparent").join(" "));
  const width = isByState(thickness) ? thickness.default : thickness;
  if (width !== undefined) variables.set("--r-scrollbar", width === 0 ? "none" : width < 12 ? "thin" : "auto");
  return variables;
}

/** Returns a text style as the variables that its class reads. */
function* textVariables(name: TextThemeStyle, style: TextStyle): Generator<[part: string, value: string | null]> {
  const [weight, size, line] = SCALE[name];
  const own = { weight: toWeight(style.weight) ?? weight, size: style.size ?? size };
  const height = style.height ?? (style.size === undefined ? `${line}px` : line / size);
  yield ["", `${style.italic === true ? "italic " : ""}${own.weight} ${own.size}px/${height}`];
  const family = toFontFamily(style, FONT);
  if (family !== null) yield ["-family", family];
  if (style.letterSpacing !== undefined) yield ["-spacing", `${style.letterSpacing}px`];
  if (style.wordSpacing !== undefined) yield ["-words", `${style.wordSpacing}px`];
  if (style.color !== undefined) yield ["-color", toColor(style.color)];
  if (style.bgcolor !== undefined) yield ["-back", toColor(style.bgcolor)];
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(baseline);
const { style: root } = sheet.cssRules[0] as CSSStyleRule;
const FONT: string = root.getPropertyValue("--r-font").trim();

/**
 * Declares each color again where a theme is set, from its light and its dark value. Either value may come from an
 * outer theme.
 */
const colors = [...root].flatMap((name) => {
  const [light, dark = light] = root.getPropertyValue(name).match(/#\w+/g) ?? [];
  const role = name.slice("--r-".length);
  return light === undefined ? [] : `${name}:light-dark(var(--r-l-${role},${light}),var(--r-d-${role},${dark}));`;
});
adopt(
  `.r-themed{${colors.join("")}${toFont("bodyMedium")}color:var(--r-t-bodyMedium-color,var(--r-onsurface))}.r-themed .r-box-scrolls:not(.r-scrollbar){scrollbar-width:var(--r-scrollbar)}.r-themed .r-scrollbar{scrollbar-color:auto}`,
);
