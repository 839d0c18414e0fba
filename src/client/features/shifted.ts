import { adopt, css, setStyle } from "../dom/css.ts";
import type { Placed } from "../rendering/boxes.ts";
import { layoutSteps } from "../rendering/feature.ts";

/** Places a child where its parent says, if no style sheet can: anywhere in a Stack, or outside a Container. */
function shift({ view, parent }: Placed): string {
  const { root, props, limits } = view;
  const place = parent.layout.shift?.(parent.props);
  for (const axis of ["x", "y"] as const) {
    // The box around a control with `align` takes all the space, so only its `align` places it.
    const at = props.align != null && limits?.[axis] !== "none" ? -1 : (place?.[axis] ?? 0);
    const name = `--r-shift-${axis}`;
    if (place != null) setStyle(root, name, String((1 + at) / 2));
    else if (root.style.getPropertyValue(name) !== "") setStyle(root, name, null);
  }
  return place == null ? "" : "shifted";
}

layoutSteps.add({ apply: shift });

adopt(css`
[data-box~="shifted"] {
  position: relative;
  left: calc(var(--r-shift-x) * (100% - var(--r-mx)));
  top: calc(var(--r-shift-y) * (100% - var(--r-my)));
  translate: calc(var(--r-shift-x) * -100%) calc(var(--r-shift-y) * -100%);
}
`);
