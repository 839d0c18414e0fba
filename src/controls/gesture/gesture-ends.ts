import type { Point } from "../../values/layout.ts";
import type { DragEndDetails, LongPressEndDetails, ScaleEndDetails } from "./gesture-details.ts";

const STILL: Point = { x: 0, y: 0 };

/** Positions of the last event of a gesture. */
type Positions = Pick<DragEndDetails, "localPosition" | "globalPosition">;

/**
 * Returns the end of a pan whose control was hidden, disabled or removed.
 * @internal
 */
export function endPan({ localPosition, globalPosition }: Positions): DragEndDetails {
  return { localPosition, globalPosition, velocity: STILL, primaryVelocity: null };
}

/**
 * Returns the end of a drag along one axis whose control was hidden, disabled or removed.
 * @internal
 */
export function endDrag(last: Positions): DragEndDetails {
  return { ...endPan(last), primaryVelocity: 0 };
}

/**
 * Returns the end of a long press whose control was hidden, disabled or removed.
 * @internal
 */
export function endLongPress({ localPosition, globalPosition }: Positions): LongPressEndDetails {
  return { localPosition, globalPosition, velocity: STILL };
}

/**
 * Returns the end of a scaling gesture whose control was hidden, disabled or removed.
 * @internal
 */
export function endScale(): ScaleEndDetails {
  return { pointerCount: 0, velocity: STILL };
}
