import type { Read } from "../../../controls/control-props.ts";
import type { TileProps } from "../../../controls/tile/tile-props.ts";
import { adopt, css, element } from "../../dom/css.ts";
import { toText } from "../../dom/css-values.ts";
import { setIcon } from "../../dom/icon.ts";
import type { Parts, Renderer } from "../../rendering/renderer.ts";
import type { View } from "../../rendering/view.ts";

/** Elements of a line with a leading and a trailing element. */
export interface TileParts extends Parts {
  /** Element of the line: the root, or a part of it. */
  readonly tile: HTMLElement;
  readonly leading: HTMLElement;
  readonly title: HTMLElement;
  readonly subtitle: HTMLElement;
  readonly trailing: HTMLElement;
}

/**
 * Creates the elements of a line in `tile`. The caller adds the pressable element below the content, so that buttons in
 * the content work.
 */
export function createTile(view: View, tile: HTMLElement): Omit<TileParts, "root"> {
  tile.classList.add("r-tile");
  const part = (name: string) => element("div", `r-tile-${name}`);
  const parts = {
    tile,
    leading: part("leading"),
    title: part("title"),
    subtitle: part("subtitle"),
    trailing: part("trailing"),
  };
  parts.title.id = `${view.prefix}-title`;
  parts.subtitle.id = `${view.prefix}-subtitle`;
  const text = part("text");
  text.append(parts.title, parts.subtitle);
  tile.append(parts.leading, text, parts.trailing);
  return parts;
}

/** Sets the accessible name of the pressable element. */
export function nameTile({ prefix }: View, press: Element): void {
  press.setAttribute("aria-labelledby", `${prefix}-title`);
  press.setAttribute("aria-describedby", `${prefix}-subtitle`);
}

const LESS = { standard: "", comfortable: "r-tile-comfortable", compact: "r-tile-compact" } as const;

/** Setters that all tiles share. */
export const tileProps: NonNullable<Renderer<TileProps<Read>, TileParts>["props"]> = {
  title: ({ parts, props }) => setText(parts.title, props.title),
  subtitle(view) {
    setText(view.parts.subtitle, view.props.subtitle);
    countLines(view);
  },
  leading: ({ parts, props }) => setIcon(parts.leading, props.leading),
  trailing: ({ parts, props }) => setIcon(parts.trailing, props.trailing),
  dense: ({ parts, props }) => void parts.tile.classList.toggle("r-tile-dense", props.dense === true),
  visualDensity({ parts, props }) {
    for (const name of Object.values(LESS)) if (name !== "") parts.tile.classList.remove(name);
    const name = LESS[props.visualDensity ?? "standard"];
    if (name !== "") parts.tile.classList.add(name);
  },
};

/** Makes the tile higher while it has a subtitle. */
export function countLines({ parts, props, children }: View<unknown, TileParts>): void {
  const { subtitle } = props as Partial<TileProps<Read>>;
  parts.tile.classList.toggle("r-tile-two-line", toText(subtitle) !== "" || children.has("subtitle"));
}

/** Sets the text of an element. The element contains either a text or a control of the same slot. */
function setText(holder: HTMLElement, value: unknown): void {
  const text = toText(value);
  const before = holder.firstChild instanceof Text ? holder.firstChild : undefined;
  if (text === "") before?.remove();
  else if (before !== undefined) before.data = text;
  else holder.prepend(text);
}

/** Returns the element for a slot of a tile. */
export function tileSlot(parts: TileParts, name: string): HTMLElement {
  const { leading, title, subtitle, trailing } = parts;
  return { leading, title, subtitle, trailing }[name] ?? parts.root;
}

adopt(css`
.r-tile {
  --r-t-min: 56px;
  --r-t-less: 0px;
  --r-t-soft: var(--r-t-ink, var(--r-onsurfacevariant));
  position: relative;
  display: flex;
  align-items: center;
  gap: var(--r-t-gap, 16px);
  min-block-size: calc(var(--r-t-height, var(--r-t-min)) - var(--r-t-less));
  padding: var(--r-t-padding, 0 24px 0 16px);
  color: var(--r-t-ink, var(--r-onsurface));
  font: 400 16px/24px var(--r-font);
  letter-spacing: 0.5px;
}
.r-tile:dir(rtl) { padding: var(--r-t-padding, 0 16px 0 24px); }
.r-tile-two-line { --r-t-min: 72px; }
.r-tile.r-tile-three-line { --r-t-min: 88px; align-items: flex-start; }
.r-tile-dense { --r-t-min: 48px; font-size: 13px; line-height: 20px; }
.r-tile-dense.r-tile-two-line { --r-t-min: 64px; }
.r-tile-dense.r-tile-three-line { --r-t-min: 76px; }
.r-tile-comfortable { --r-t-less: 4px; }
.r-tile-compact { --r-t-less: 8px; }
.r-tile-text { flex: 1; min-inline-size: 0; padding-block: var(--r-t-room, 8px); overflow-wrap: anywhere; }
.r-tile-subtitle { color: var(--r-t-soft); font: 400 14px/20px var(--r-font); letter-spacing: 0.25px; }
.r-tile-dense > .r-tile-text > .r-tile-subtitle { font-size: 12px; line-height: 16px; }
:is(.r-tile-leading, .r-tile-trailing) {
  flex: none;
  display: flex;
  align-items: center;
  justify-content: center;
  max-inline-size: 50%;
  color: var(--r-t-icon, var(--r-t-soft));
  font: 500 11px/16px var(--r-font);
  letter-spacing: 0.5px;
}
.r-tile-leading { justify-content: flex-start; min-inline-size: var(--r-t-leading, 24px); }
.r-tile-three-line > :is(.r-tile-leading, .r-tile-trailing) { padding-block-start: var(--r-t-room, 8px); }
:is(.r-tile-leading, .r-tile-trailing, .r-tile-title, .r-tile-subtitle):empty { display: none; }
.r-tile > :not(.r-tile-press) { position: relative; pointer-events: none; }
.r-tile > * :is(a[href], button, input, select, textarea, label, [tabindex]), .r-tile:not(:has(> .r-tile-press)) > * {
  pointer-events: auto;
}
.r-tile-press {
  position: absolute;
  inset: 0;
  margin: 0;
  border: 0;
  padding: 0;
  border-radius: inherit;
  background: none;
  color: inherit;
  cursor: var(--r-t-cursor, pointer);
  -webkit-tap-highlight-color: transparent;
  touch-action: manipulation;
}
.r-root .r-tile-press:focus-visible { outline-offset: -3px; }
.r-tile-press::before {
  content: "";
  position: absolute;
  inset: 0;
  border-radius: inherit;
  background: var(--r-t-hover, var(--r-onsurface));
  opacity: 0;
  transition: opacity 150ms linear;
}
@media (hover: hover) {
  .r-tile-press:hover::before { opacity: var(--r-t-hover-veil, 0.08); }
}
.r-tile-press:focus-visible::before { opacity: 0.1; }
.r-tile-press:active::before { background: var(--r-t-splash, var(--r-onsurface)); opacity: var(--r-t-splash-veil, 0.12); }
.r-tile.r-tile-disabled { --r-t-ink: color-mix(in srgb, var(--r-onsurface) 38%, transparent); --r-t-icon: var(--r-t-ink); }
.r-tile-disabled > .r-tile-press { cursor: default; }
.r-tile-disabled > .r-tile-press::before { opacity: 0; }
@media (forced-colors: active) {
  .r-tile.r-tile-disabled { --r-t-ink: GrayText; }
}
`);
