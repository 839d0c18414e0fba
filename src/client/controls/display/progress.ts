import { adopt, css, setAttribute, setStyle } from "../../dom/css.ts";
import type { Parts, Setter } from "../../rendering/renderer.ts";

interface Progress {
  readonly value?: number | null;
  readonly year2023?: boolean | null;
  readonly semanticsLabel?: string | null;
  readonly semanticsValue?: number | null;
}

/** Returns the progress from 0 to 1, or null if it is unknown. */
export function shareOf({ value }: Progress): number | null {
  return value == null ? null : Math.max(0, Math.min(1, value));
}

/** Setter of `value` and of the accessible texts. Also sets whether the indicator moves by itself. */
export const setAriaProgress: Setter<Progress, Parts> = ({ root, props }) => {
  const share = shareOf(props as Progress);
  const { semanticsLabel, semanticsValue } = props as Progress;
  setAttribute(root, "aria-valuenow", share === null ? null : String(Math.round(share * 100)));
  setAttribute(root, "aria-valuetext", semanticsValue == null ? null : String(semanticsValue));
  setAttribute(root, "aria-label", semanticsLabel);
  setStyle(root, "--r-share", share === null ? null : String(share));
  root.classList.toggle("r-progress-busy", share === null);
};

adopt(css`
@keyframes r-progress-pulse { 50% { opacity: 0.3; } }
@media (prefers-reduced-motion: reduce) {
  .r-root .r-progress-busy > .r-progress-moving, .r-root .r-progress-busy > .r-progress-moving * { animation: r-progress-pulse 2s ease-in-out infinite !important; }
}
`);
