import { choiceType, type Fields, integerType, nullable, numberType, objectType, type Type } from "../../core/types.ts";
import { type Offset, offsetType } from "../../core/values/layout.ts";
import { PointerDeviceType } from "./pointer.ts";

const kind = choiceType(PointerDeviceType);
const size = numberType({ min: 0 });
const count = integerType({ min: 0 });

/** An object of which all fields must be there. */
function complete<T extends object>(name: string, fields: Fields<T>): Type<T> {
  return objectType<T>(name, fields, Object.keys(fields) as (keyof T & string)[]);
}

/** A pointer moved a little while it was pressed. Flet: `TapMoveEvent`. */
export interface TapMoveDetails {
  readonly kind: PointerDeviceType;
  /** In pixels from the top left corner of the control. */
  readonly localPosition: Offset;
  /** In pixels from the top left corner of the window. */
  readonly globalPosition: Offset;
  /** Since the last time, in pixels. */
  readonly delta: Offset;
}
/** @internal */
export const tapMoveDetailsType: Type<TapMoveDetails> = complete<TapMoveDetails>("TapMoveDetails", {
  kind: kind,
  localPosition: offsetType,
  globalPosition: offsetType,
  delta: offsetType,
});

/** A pointer came down that may drag. Flet: `DragDownEvent`. */
export interface DragDownDetails {
  /** In pixels from the top left corner of the control. */
  readonly localPosition: Offset;
  /** In pixels from the top left corner of the window. */
  readonly globalPosition: Offset;
}
/** @internal */
export const dragDownDetailsType: Type<DragDownDetails> = complete<DragDownDetails>("DragDownDetails", {
  localPosition: offsetType,
  globalPosition: offsetType,
});

/** A pointer began to drag. Flet: `DragStartEvent`. */
export interface DragStartDetails {
  readonly kind: PointerDeviceType;
  /** In pixels from the top left corner of the control. */
  readonly localPosition: Offset;
  /** In pixels from the top left corner of the window. */
  readonly globalPosition: Offset;
  /** In milliseconds, on a clock of the client's. */
  readonly timestamp: number;
}
/** @internal */
export const dragStartDetailsType: Type<DragStartDetails> = complete<DragStartDetails>("DragStartDetails", {
  kind: kind,
  localPosition: offsetType,
  globalPosition: offsetType,
  timestamp: numberType(),
});

/** A pointer drags. Flet: `DragUpdateEvent`. */
export interface DragUpdateDetails {
  /** In pixels from the top left corner of the control. */
  readonly localPosition: Offset;
  /** In pixels from the top left corner of the window. */
  readonly globalPosition: Offset;
  /** Since the last time, in pixels. */
  readonly localDelta: Offset;
  /** Since the last time, in pixels of the window. */
  readonly globalDelta: Offset;
  /** Along the one axis of the drag; a pan has none. */
  readonly primaryDelta: number | null;
  /** In milliseconds, on a clock of the client's. */
  readonly timestamp: number;
}
/** @internal */
export const dragUpdateDetailsType: Type<DragUpdateDetails> = complete<DragUpdateDetails>("DragUpdateDetails", {
  localPosition: offsetType,
  globalPosition: offsetType,
  localDelta: offsetType,
  globalDelta: offsetType,
  primaryDelta: nullable(numberType()),
  timestamp: numberType(),
});

/** A pointer let go of what it dragged. Flet: `DragEndEvent`. */
export interface DragEndDetails {
  /** In pixels from the top left corner of the control. */
  readonly localPosition: Offset;
  /** In pixels from the top left corner of the window. */
  readonly globalPosition: Offset;
  /** In pixels a second. */
  readonly velocity: Offset;
  /** Along the one axis of the drag; a pan has none. */
  readonly primaryVelocity: number | null;
}
/** @internal */
export const dragEndDetailsType: Type<DragEndDetails> = complete<DragEndDetails>("DragEndDetails", {
  localPosition: offsetType,
  globalPosition: offsetType,
  velocity: offsetType,
  primaryVelocity: nullable(numberType()),
});

/** A press has become a long one. Flet: `LongPressStartEvent`. */
export interface LongPressStartDetails {
  /** In pixels from the top left corner of the control. */
  readonly localPosition: Offset;
  /** In pixels from the top left corner of the window. */
  readonly globalPosition: Offset;
}
/** @internal */
export const longPressStartDetailsType: Type<LongPressStartDetails> = complete<LongPressStartDetails>(
  "LongPressStartDetails",
  {
    localPosition: offsetType,
    globalPosition: offsetType,
  },
);

/** A pointer moves after a long press, and is still down. Flet: `LongPressMoveUpdateEvent`. */
export interface LongPressMoveDetails {
  /** In pixels from the top left corner of the control. */
  readonly localPosition: Offset;
  /** In pixels from the top left corner of the window. */
  readonly globalPosition: Offset;
  /** From where it came down, in pixels of the window. */
  readonly offsetFromOrigin: Offset;
  /** From where it came down, in pixels. */
  readonly localOffsetFromOrigin: Offset;
}
/** @internal */
export const longPressMoveDetailsType: Type<LongPressMoveDetails> = complete<LongPressMoveDetails>(
  "LongPressMoveDetails",
  {
    localPosition: offsetType,
    globalPosition: offsetType,
    offsetFromOrigin: offsetType,
    localOffsetFromOrigin: offsetType,
  },
);

/** A pointer went up after a long press. Flet: `LongPressEndEvent`. */
export interface LongPressEndDetails {
  /** In pixels from the top left corner of the control. */
  readonly localPosition: Offset;
  /** In pixels from the top left corner of the window. */
  readonly globalPosition: Offset;
  /** In pixels a second. */
  readonly velocity: Offset;
}
/** @internal */
export const longPressEndDetailsType: Type<LongPressEndDetails> = complete<LongPressEndDetails>("LongPressEndDetails", {
  localPosition: offsetType,
  globalPosition: offsetType,
  velocity: offsetType,
});

/** Fingers began to draw apart, together or around. Flet: `ScaleStartEvent`. */
export interface ScaleStartDetails {
  /** The middle of all fingers, from the top left corner of the control. */
  readonly localFocalPoint: Offset;
  /** The middle of all fingers, from the top left corner of the window. */
  readonly globalFocalPoint: Offset;
  /** How many fingers are down. */
  readonly pointerCount: number;
  /** In milliseconds, on a clock of the client's. */
  readonly timestamp: number;
}
/** @internal */
export const scaleStartDetailsType: Type<ScaleStartDetails> = complete<ScaleStartDetails>("ScaleStartDetails", {
  localFocalPoint: offsetType,
  globalFocalPoint: offsetType,
  pointerCount: count,
  timestamp: numberType(),
});

/** Fingers draw apart, together or around. Flet: `ScaleUpdateEvent`. */
export interface ScaleUpdateDetails {
  /** The middle of all fingers, from the top left corner of the control. */
  readonly localFocalPoint: Offset;
  /** The middle of all fingers, from the top left corner of the window. */
  readonly globalFocalPoint: Offset;
  /** How far the middle moved since the last time. */
  readonly focalPointDelta: Offset;
  /** How many fingers are down. */
  readonly pointerCount: number;
  /** How much further apart they are than at the start: 2 is twice as far. */
  readonly scale: number;
  /** The same, across. */
  readonly horizontalScale: number;
  /** The same, up and down. */
  readonly verticalScale: number;
  /** How far they have turned since the start, in radians, clockwise. */
  readonly rotation: number;
  /** In milliseconds, on a clock of the client's. */
  readonly timestamp: number;
}
/** @internal */
export const scaleUpdateDetailsType: Type<ScaleUpdateDetails> = complete<ScaleUpdateDetails>("ScaleUpdateDetails", {
  localFocalPoint: offsetType,
  globalFocalPoint: offsetType,
  focalPointDelta: offsetType,
  pointerCount: count,
  scale: size,
  horizontalScale: size,
  verticalScale: size,
  rotation: numberType(),
  timestamp: numberType(),
});

/** A finger went up. Flet: `ScaleEndEvent`. */
export interface ScaleEndDetails {
  /** How many fingers are down. */
  readonly pointerCount: number;
  /** Of the middle of all fingers, in pixels a second. */
  readonly velocity: Offset;
}
/** @internal */
export const scaleEndDetailsType: Type<ScaleEndDetails> = complete<ScaleEndDetails>("ScaleEndDetails", {
  pointerCount: count,
  velocity: offsetType,
});

/** What the browser knows of a pointer. Flet: `PointerEvent`. */
export interface PointerDetails {
  readonly kind: PointerDeviceType;
  /** In pixels from the top left corner of the control. */
  readonly localPosition: Offset;
  /** In pixels from the top left corner of the window. */
  readonly globalPosition: Offset;
  /** In milliseconds, on a clock of the client's. */
  readonly timestamp: number;
  /** Tells pointers apart. */
  readonly device: number;
  /** From 0 to 1. */
  readonly pressure: number;
  /** Half the width of what touches, in pixels. */
  readonly radiusMajor: number;
  /** Half its height. */
  readonly radiusMinor: number;
  /** Which way a pen points, in radians. */
  readonly orientation: number;
  /** How far a pen leans, in radians: 0 is upright. */
  readonly tilt: number;
  /** Since the last time, where it moves. */
  readonly localDelta: Offset | null;
  /** Since the last time, in pixels of the window. */
  readonly globalDelta: Offset | null;
}
/** @internal */
export const pointerDetailsType: Type<PointerDetails> = complete<PointerDetails>("PointerDetails", {
  kind: kind,
  localPosition: offsetType,
  globalPosition: offsetType,
  timestamp: numberType(),
  device: numberType(),
  pressure: size,
  radiusMajor: size,
  radiusMinor: size,
  orientation: numberType(),
  tilt: size,
  localDelta: nullable(offsetType),
  globalDelta: nullable(offsetType),
});

/** A wheel was turned, or two fingers moved on a pad. Flet: `ScrollEvent`. */
export interface WheelDetails {
  /** In pixels from the top left corner of the control. */
  readonly localPosition: Offset;
  /** In pixels from the top left corner of the window. */
  readonly globalPosition: Offset;
  /** Since the last time, in pixels. */
  readonly scrollDelta: Offset;
}
/** @internal */
export const wheelDetailsType: Type<WheelDetails> = complete<WheelDetails>("WheelDetails", {
  localPosition: offsetType,
  globalPosition: offsetType,
  scrollDelta: offsetType,
});
