import type { LayoutProps, Read } from "../../controls/control-props.ts";
import type { ResponsiveNumber } from "../../values/responsive.ts";
import { setStyle } from "../dom/css.ts";
import type { Feature } from "../rendering/feature.ts";
import type { View } from "../rendering/view.ts";

/** Sets a number that may depend on the width as CSS variables: `--r-col`, or `--r-col-md` and so on. */
export function setResponsive(target: HTMLElement, name: string, value: ResponsiveNumber | undefined): void {
  const start = `--r-${name}`;
  for (const known of [...target.style]) {
    if (known === start || known.startsWith(`${start}-`)) target.style.removeProperty(known);
  }
  if (typeof value === "number") setStyle(target, start, String(value));
  else for (const [width, at] of Object.entries(value ?? {})) setStyle(target, `${start}-${width}`, String(at));
}

/** Setter of `col`, the number of columns that a control takes up in its ResponsiveRow. */
function columns({ root, props: { col } }: View<LayoutProps<Read>>): void {
  setResponsive(root, "col", col === 12 ? undefined : col);
}

/** Setter of `col`. Loaded when it is used. */
export const feature: Feature = { col: columns };
