import {
  choiceType,
  type Fields,
  integerType,
  nullable,
  numberType,
  objectType,
  type Type,
} from "../../core/declaration/types.ts";
import { type Point, pointType } from "../../values/layout.ts";
import { PointerDeviceType } from "../../values/pointer.ts";

const kind = choiceType(PointerDeviceType);
const size = numberType({ min: 0 });
const count = integerType({ min: 0 });

/** Returns the type of an object whose fields are all required. */
function complete<T extends object>(name: string, fields: Fields<T>): Type<T> {
  return objectType<T>(name, fields, Object.keys(fields) as (keyof T & string)[]);
}

/** Data of a small movement of a pressed pointer. Flet: `TapMoveEvent`. */
export interface TapMoveDetails {
  /** Type of the pointer device. */
  readonly kind: PointerDeviceType;
  /** Position of the pointer, in pixels from the top left corner of the control. */
  readonly localPosition: Point;
  /** Position of the pointer, in pixels from the top left corner of the viewport. */
  readonly globalPosition: Point;
  /** Movement since the last event, in pixels. */
  readonly delta: Point;
}
/** @internal */
export const tapMoveDetailsType: Type<TapMoveDetails> = complete<TapMoveDetails>("TapMoveDetails", {
  kind: kind,
  localPosition: pointType,
  globalPosition: pointType,
  delta: pointType,
});

/** Data of a pointer that was pressed and may start a drag. Flet: `DragDownEvent`. */
export interface DragDownDetails {
  /** Position of the pointer, in pixels from the top left corner of the control. */
  readonly localPosition: Point;
  /** Position of the pointer, in pixels from the top left corner of the viewport. */
  readonly globalPosition: Point;
}
/** @internal */
export const dragDownDetailsType: Type<DragDownDetails> = complete<DragDownDetails>("DragDownDetails", {
  localPosition: pointType,
  globalPosition: pointType,
});

/** Data of the start of a drag. Flet: `DragStartEvent`. */
export interface DragStartDetails {
  /** Type of the pointer device. */
  readonly kind: PointerDeviceType;
  /** Position of the pointer, in pixels from the top left corner of the control. */
  readonly localPosition: Point;
  /** Position of the pointer, in pixels from the top left corner of the viewport. */
  readonly globalPosition: Point;
  /** Time of the event, in milliseconds on the client's clock. */
  readonly timestamp: number;
}
/** @internal */
export const dragStartDetailsType: Type<DragStartDetails> = complete<DragStartDetails>("DragStartDetails", {
  kind: kind,
  localPosition: pointType,
  globalPosition: pointType,
  timestamp: numberType(),
});

/** Data of a movement during a drag. Flet: `DragUpdateEvent`. */
export interface DragUpdateDetails {
  /** Position of the pointer, in pixels from the top left corner of the control. */
  readonly localPosition: Point;
  /** Position of the pointer, in pixels from the top left corner of the viewport. */
  readonly globalPosition: Point;
  /** Movement since the last event, in pixels of the control. */
  readonly localDelta: Point;
  /** Movement since the last event, in pixels of the viewport. */
  readonly globalDelta: Point;
  /** Movement along the axis of the drag since the last event, in pixels; `null` for a pan. */
  readonly primaryDelta: number | null;
  /** Time of the event, in milliseconds on the client's clock. */
  readonly timestamp: number;
}
/** @internal */
export const dragUpdateDetailsType: Type<DragUpdateDetails> = complete<DragUpdateDetails>("DragUpdateDetails", {
  localPosition: pointType,
  globalPosition: pointType,
  localDelta: pointType,
  globalDelta: pointType,
  primaryDelta: nullable(numberType()),
  timestamp: numberType(),
});

/** Data of the end of a drag. Flet: `DragEndEvent`. */
export interface DragEndDetails {
  /** Position of the pointer, in pixels from the top left corner of the control. */
  readonly localPosition: Point;
  /** Position of the pointer, in pixels from the top left corner of the viewport. */
  readonly globalPosition: Point;
  /** Velocity of the pointer when it was released, in pixels per second. */
  readonly velocity: Point;
  /** Velocity along the axis of the drag, in pixels per second; `null` for a pan. */
  readonly primaryVelocity: number | null;
}
/** @internal */
export const dragEndDetailsType: Type<DragEndDetails> = complete<DragEndDetails>("DragEndDetails", {
  localPosition: pointType,
  globalPosition: pointType,
  velocity: pointType,
  primaryVelocity: nullable(numberType()),
});

/** Data of the start of a long press. Flet: `LongPressStartEvent`. */
export interface LongPressStartDetails {
  /** Position of the pointer, in pixels from the top left corner of the control. */
  readonly localPosition: Point;
  /** Position of the pointer, in pixels from the top left corner of the viewport. */
  readonly globalPosition: Point;
}
/** @internal */
export const longPressStartDetailsType: Type<LongPressStartDetails> = complete<LongPressStartDetails>(
  "LongPressStartDetails",
  {
    localPosition: pointType,
    globalPosition: pointType,
  },
);

/** Data of a movement during a long press. Flet: `LongPressMoveUpdateEvent`. */
export interface LongPressMoveDetails {
  /** Position of the pointer, in pixels from the top left corner of the control. */
  readonly localPosition: Point;
  /** Position of the pointer, in pixels from the top left corner of the viewport. */
  readonly globalPosition: Point;
  /** Distance from where the pointer was pressed, in pixels of the viewport. */
  readonly offsetFromOrigin: Point;
  /** Distance from where the pointer was pressed, in pixels of the control. */
  readonly localOffsetFromOrigin: Point;
}
/** @internal */
export const longPressMoveDetailsType: Type<LongPressMoveDetails> = complete<LongPressMoveDetails>(
  "LongPressMoveDetails",
  {
    localPosition: pointType,
    globalPosition: pointType,
    offsetFromOrigin: pointType,
    localOffsetFromOrigin: pointType,
  },
);

/** Data of the end of a long press. Flet: `LongPressEndEvent`. */
export interface LongPressEndDetails {
  /** Position of the pointer, in pixels from the top left corner of the control. */
  readonly localPosition: Point;
  /** Position of the pointer, in pixels from the top left corner of the viewport. */
  readonly globalPosition: Point;
  /** Velocity of the pointer when it was released, in pixels per second. */
  readonly velocity: Point;
}
/** @internal */
export const longPressEndDetailsType: Type<LongPressEndDetails> = complete<LongPressEndDetails>("LongPressEndDetails", {
  localPosition: pointType,
  globalPosition: pointType,
  velocity: pointType,
});

/** Data of the start of a scale gesture: moving fingers apart or together, or turning them. Flet: `ScaleStartEvent`. */
export interface ScaleStartDetails {
  /** Center of all fingers, in pixels from the top left corner of the control. */
  readonly localFocalPoint: Point;
  /** Center of all fingers, in pixels from the top left corner of the viewport. */
  readonly globalFocalPoint: Point;
  /** Number of fingers that are down. */
  readonly pointerCount: number;
  /** Time of the event, in milliseconds on the client's clock. */
  readonly timestamp: number;
}
/** @internal */
export const scaleStartDetailsType: Type<ScaleStartDetails> = complete<ScaleStartDetails>("ScaleStartDetails", {
  localFocalPoint: pointType,
  globalFocalPoint: pointType,
  pointerCount: count,
  timestamp: numberType(),
});

/** Data of a change during a scale gesture. Flet: `ScaleUpdateEvent`. */
export interface ScaleUpdateDetails {
  /** Center of all fingers, in pixels from the top left corner of the control. */
  readonly localFocalPoint: Point;
  /** Center of all fingers, in pixels from the top left corner of the viewport. */
  readonly globalFocalPoint: Point;
  /** Movement of the center since the last event, in pixels. */
  readonly focalPointDelta: Point;
  /** Number of fingers that are down. */
  readonly pointerCount: number;
  /** Distance between the fingers relative to the start: 2 is twice the distance. */
  readonly scale: number;
  /** Horizontal distance between the fingers relative to the start. */
  readonly horizontalScale: number;
  /** Vertical distance between the fingers relative to the start. */
  readonly verticalScale: number;
  /** Rotation of the fingers since the start, in radians, clockwise. */
  readonly rotation: number;
  /** Time of the event, in milliseconds on the client's clock. */
  readonly timestamp: number;
}
/** @internal */
export const scaleUpdateDetailsType: Type<ScaleUpdateDetails> = complete<ScaleUpdateDetails>("ScaleUpdateDetails", {
  localFocalPoint: pointType,
  globalFocalPoint: pointType,
  focalPointDelta: pointType,
  pointerCount: count,
  scale: size,
  horizontalScale: size,
  verticalScale: size,
  rotation: numberType(),
  timestamp: numberType(),
});

/** Data of the end of a scale gesture, when a finger is lifted. Flet: `ScaleEndEvent`. */
export interface ScaleEndDetails {
  /** Number of fingers that are still down. */
  readonly pointerCount: number;
  /** Velocity of the center of all fingers, in pixels per second. */
  readonly velocity: Point;
}
/** @internal */
export const scaleEndDetailsType: Type<ScaleEndDetails> = complete<ScaleEndDetails>("ScaleEndDetails", {
  pointerCount: count,
  velocity: pointType,
});

/** Data of a pointer, as the browser reports it. Flet: `PointerEvent`. */
export interface PointerDetails {
  /** Type of the pointer device. */
  readonly kind: PointerDeviceType;
  /** Position of the pointer, in pixels from the top left corner of the control. */
  readonly localPosition: Point;
  /** Position of the pointer, in pixels from the top left corner of the viewport. */
  readonly globalPosition: Point;
  /** Time of the event, in milliseconds on the client's clock. */
  readonly timestamp: number;
  /** Id of the pointer, which distinguishes several pointers that are used at once. */
  readonly device: number;
  /** Pressure of the pointer, from 0 to 1. */
  readonly pressure: number;
  /** Half the width of the contact area, in pixels. */
  readonly radiusMajor: number;
  /** Half the height of the contact area, in pixels. */
  readonly radiusMinor: number;
  /** Direction in which a pen points, in radians. 0 if the device does not report it. */
  readonly orientation: number;
  /** Angle between a pen and the upright position, in radians: 0 is upright. */
  readonly tilt: number;
  /** Movement since the last event, in pixels of the control; `null` if the event is no movement. */
  readonly localDelta: Point | null;
  /** Movement since the last event, in pixels of the viewport; `null` if the event is no movement. */
  readonly globalDelta: Point | null;
}
/** @internal */
export const pointerDetailsType: Type<PointerDetails> = complete<PointerDetails>("PointerDetails", {
  kind: kind,
  localPosition: pointType,
  globalPosition: pointType,
  timestamp: numberType(),
  device: numberType(),
  pressure: size,
  radiusMajor: size,
  radiusMinor: size,
  orientation: numberType(),
  tilt: size,
  localDelta: nullable(pointType),
  globalDelta: nullable(pointType),
});

/** Data of a turn of the mouse wheel, or of scrolling with two fingers on a touchpad. Flet: `ScrollEvent`. */
export interface WheelDetails {
  /** Position of the pointer, in pixels from the top left corner of the control. */
  readonly localPosition: Point;
  /** Position of the pointer, in pixels from the top left corner of the viewport. */
  readonly globalPosition: Point;
  /** Scrolled distance since the last event, in pixels. */
  readonly scrollDelta: Point;
}
/** @internal */
export const wheelDetailsType: Type<WheelDetails> = complete<WheelDetails>("WheelDetails", {
  localPosition: pointType,
  globalPosition: pointType,
  scrollDelta: pointType,
});
