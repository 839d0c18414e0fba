import type { LayoutProps, Read } from "../core/control-props.ts";
import type { ResponsiveNumber } from "../core/values/responsive.ts";
import { setStyle } from "./css.ts";
import type { Feature } from "./features.ts";
import type { View } from "./view.ts";

/** Brings a number that may differ by width to variables: `--r-col`, or `--r-col-md` and so on. */
export function setResponsive(target: HTMLElement, name: string, value: ResponsiveNumber | undefined): void {
  const start = `--r-${name}`;
  for (const known of [...target.style]) {
    if (known === start || known.startsWith(`${start}-`)) target.style.removeProperty(known);
  }
  if (typeof value === "number") setStyle(target, start, String(value));
  else for (const [width, at] of Object.entries(value ?? {})) setStyle(target, `${start}-${width}`, String(at));
}

/** How many columns a control takes of the ResponsiveRow that it is in. */
function columns({ root, props: { col } }: View<LayoutProps<Read>>): void {
  setResponsive(root, "col", col === 12 ? undefined : col);
}

export const feature: Feature = { col: columns };
