import { choiceType, listType } from "../../core/declaration/types.ts";
import { boxLayout } from "../../layout/simple.ts";
import { type MouseCursor, mouseCursorType } from "../../values/mouse-cursor.ts";
import { PointerDeviceType, type TapDetails, tapDetailsType } from "../../values/pointer.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { event, flag, integer, payload, type Spec, slot, spec, value } from "../spec.ts";
import {
  type DragDownDetails,
  type DragEndDetails,
  type DragStartDetails,
  type DragUpdateDetails,
  dragDownDetailsType,
  dragEndDetailsType,
  dragStartDetailsType,
  dragUpdateDetailsType,
  type LongPressEndDetails,
  type LongPressMoveDetails,
  type LongPressStartDetails,
  longPressEndDetailsType,
  longPressMoveDetailsType,
  longPressStartDetailsType,
  type PointerDetails,
  pointerDetailsType,
  type ScaleEndDetails,
  type ScaleStartDetails,
  type ScaleUpdateDetails,
  scaleEndDetailsType,
  scaleStartDetailsType,
  scaleUpdateDetailsType,
  type TapMoveDetails,
  tapMoveDetailsType,
  type WheelDetails,
  wheelDetailsType,
} from "./gesture-details.ts";
import { endDrag, endLongPress, endPan, endScale } from "./gesture-ends.ts";

/** Properties of {@link GestureDetector}. */
export interface GestureDetectorProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Control inside the detector. Default `null`: none. */
  content?: In<M, Control | null>;
  /** Mouse cursor shown over the control. Default `null`: the cursor of the surroundings. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** Minimum time between two events of a drag, a pinch or a wheel, in milliseconds. Default 0. */
  dragInterval?: In<M, number>;
  /** Minimum time between two `onHover` events, in milliseconds. Default 0. */
  hoverInterval?: In<M, number>;
  /** Number of fingers for `onMultiTap` and `onMultiLongPress`. Default 0: no gesture has that number. */
  multiTapTouches?: In<M, number>;
  /** Whether keyboards and screen readers cannot reach the control, although it can be tapped. Default `false`. */
  excludeFromSemantics?: In<M, boolean>;
  /** Whether a wheel, or two fingers moving on a trackpad, scale. Default `false`: only a pinch scales. */
  trackpadScrollCausesScale?: In<M, boolean>;
  /** Kinds of pointers whose gestures are reported. Default `null`: all. */
  allowedDevices?: In<M, readonly PointerDeviceType[] | null>;
  /**
   * Called when the control is tapped, or Enter or Space is pressed on it; `data` is the kind and position of the
   * pointer. With `onDoubleTap`, only after the time for a second tap has passed.
   */
  onTap?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** Called when a pointer is pressed that may tap; `data` is its kind and position. */
  onTapDown?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** Called when a pointer that taps is released, right before `onTap`; `data` is its kind and position. */
  onTapUp?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** Called when a pointer that may tap moves a little; `data` is its position and how far it moved. */
  onTapMove?: EventHandler<GestureDetector, TapMoveDetails> | undefined;
  /** Called when a pressed pointer turns out not to tap. */
  onTapCancel?: EventHandler<GestureDetector> | undefined;
  /** Called when fingers have tapped together; `data` is whether they were `multiTapTouches`. */
  onMultiTap?: EventHandler<GestureDetector, boolean> | undefined;
  /** Called when as many fingers as `multiTapTouches` have been pressed for 500 milliseconds. */
  onMultiLongPress?: EventHandler<GestureDetector> | undefined;
  /** Called when the secondary mouse button (usually the right one) is clicked. */
  onSecondaryTap?: EventHandler<GestureDetector> | undefined;
  /**
   * Called when the secondary mouse button (usually the right one) is pressed; `data` is the kind and position of the
   * pointer.
   */
  onSecondaryTapDown?: EventHandler<GestureDetector, TapDetails> | undefined;
  /**
   * Called when the secondary mouse button (usually the right one) is released in the same place; `data` is the kind
   * and position of the pointer.
   */
  onSecondaryTapUp?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** Called when a press of the secondary mouse button (usually the right one) turns out not to be a click. */
  onSecondaryTapCancel?: EventHandler<GestureDetector> | undefined;
  /** Called when the middle mouse button is pressed; `data` is the kind and position of the pointer. */
  onTertiaryTapDown?: EventHandler<GestureDetector, TapDetails> | undefined;
  /**
   * Called when the middle mouse button is released in the same place; `data` is the kind and position of the pointer.
   */
  onTertiaryTapUp?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** Called when a press of the middle mouse button turns out not to be a click. */
  onTertiaryTapCancel?: EventHandler<GestureDetector> | undefined;
  /** Called when a pointer is pressed that may become a long press; `data` is its kind and position. */
  onLongPressDown?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** Called when a press turns out not to be a long press. */
  onLongPressCancel?: EventHandler<GestureDetector> | undefined;
  /** Called when a pointer has been pressed for 500 milliseconds. */
  onLongPress?: EventHandler<GestureDetector> | undefined;
  /** Called when a pointer has been pressed for 500 milliseconds; `data` is the position. */
  onLongPressStart?: EventHandler<GestureDetector, LongPressStartDetails> | undefined;
  /** Called when the pointer moves during a long press; `data` is its position and the distance from the start. */
  onLongPressMoveUpdate?: EventHandler<GestureDetector, LongPressMoveDetails> | undefined;
  /** Called when a pointer is released after a long press. */
  onLongPressUp?: EventHandler<GestureDetector> | undefined;
  /** Called when a long press has ended; `data` is the position and velocity of the pointer. */
  onLongPressEnd?: EventHandler<GestureDetector, LongPressEndDetails> | undefined;
  /**
   * Called when the secondary mouse button is pressed, which may become a long press; `data` is the kind and position
   * of the pointer.
   */
  onSecondaryLongPressDown?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** Called when a press of the secondary mouse button turns out not to be a long press. */
  onSecondaryLongPressCancel?: EventHandler<GestureDetector> | undefined;
  /** Called when the secondary mouse button has been pressed for 500 milliseconds. */
  onSecondaryLongPress?: EventHandler<GestureDetector> | undefined;
  /** Called when the secondary mouse button has been pressed for 500 milliseconds; `data` is the position. */
  onSecondaryLongPressStart?: EventHandler<GestureDetector, LongPressStartDetails> | undefined;
  /**
   * Called when the pointer moves during a long press of the secondary mouse button; `data` is its position and the
   * distance from the start.
   */
  onSecondaryLongPressMoveUpdate?: EventHandler<GestureDetector, LongPressMoveDetails> | undefined;
  /** Called when the secondary mouse button is released after a long press. */
  onSecondaryLongPressUp?: EventHandler<GestureDetector> | undefined;
  /** Called when a long press of the secondary mouse button has ended; `data` is the position and velocity. */
  onSecondaryLongPressEnd?: EventHandler<GestureDetector, LongPressEndDetails> | undefined;
  /**
   * Called when the middle mouse button is pressed, which may become a long press; `data` is the kind and position of
   * the pointer.
   */
  onTertiaryLongPressDown?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** Called when a press of the middle mouse button turns out not to be a long press. */
  onTertiaryLongPressCancel?: EventHandler<GestureDetector> | undefined;
  /** Called when the middle mouse button has been pressed for 500 milliseconds. */
  onTertiaryLongPress?: EventHandler<GestureDetector> | undefined;
  /** Called when the middle mouse button has been pressed for 500 milliseconds; `data` is the position. */
  onTertiaryLongPressStart?: EventHandler<GestureDetector, LongPressStartDetails> | undefined;
  /**
   * Called when the pointer moves during a long press of the middle mouse button; `data` is its position and the
   * distance from the start.
   */
  onTertiaryLongPressMoveUpdate?: EventHandler<GestureDetector, LongPressMoveDetails> | undefined;
  /** Called when the middle mouse button is released after a long press. */
  onTertiaryLongPressUp?: EventHandler<GestureDetector> | undefined;
  /** Called when a long press of the middle mouse button has ended; `data` is the position and velocity. */
  onTertiaryLongPressEnd?: EventHandler<GestureDetector, LongPressEndDetails> | undefined;
  /** Called when the control is tapped twice. */
  onDoubleTap?: EventHandler<GestureDetector> | undefined;
  /** Called when a pointer is pressed for the second tap of two; `data` is its kind and position. */
  onDoubleTapDown?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** Called when the second press turns out not to be a tap. */
  onDoubleTapCancel?: EventHandler<GestureDetector> | undefined;
  /** Called when a pointer is pressed that may start to drag to the left or right; `data` is its position. */
  onHorizontalDragDown?: EventHandler<GestureDetector, DragDownDetails> | undefined;
  /** Called when a pointer starts to drag to the left or right; `data` is its kind, position and time. */
  onHorizontalDragStart?: EventHandler<GestureDetector, DragStartDetails> | undefined;
  /**
   * Called while a pointer drags to the left or right; `data` is its position and how far it moved. At most once per
   * `dragInterval`; the last position is always reported.
   */
  onHorizontalDragUpdate?: EventHandler<GestureDetector, DragUpdateDetails> | undefined;
  /** Called when a pointer that dragged to the left or right is released; `data` is its position and velocity. */
  onHorizontalDragEnd?: EventHandler<GestureDetector, DragEndDetails> | undefined;
  /** Called when a pressed pointer turns out not to drag to the left or right. */
  onHorizontalDragCancel?: EventHandler<GestureDetector> | undefined;
  /** Called when a pointer is pressed that may start to drag up or down; `data` is its position. */
  onVerticalDragDown?: EventHandler<GestureDetector, DragDownDetails> | undefined;
  /** Called when a pointer starts to drag up or down; `data` is its kind, position and time. */
  onVerticalDragStart?: EventHandler<GestureDetector, DragStartDetails> | undefined;
  /**
   * Called while a pointer drags up or down; `data` is its position and how far it moved. At most once per
   * `dragInterval`; the last position is always reported.
   */
  onVerticalDragUpdate?: EventHandler<GestureDetector, DragUpdateDetails> | undefined;
  /** Called when a pointer that dragged up or down is released; `data` is its position and velocity. */
  onVerticalDragEnd?: EventHandler<GestureDetector, DragEndDetails> | undefined;
  /** Called when a pressed pointer turns out not to drag up or down. */
  onVerticalDragCancel?: EventHandler<GestureDetector> | undefined;
  /** Called when a pointer is pressed that may start to drag in any direction; `data` is its position. */
  onPanDown?: EventHandler<GestureDetector, DragDownDetails> | undefined;
  /** Called when a pointer starts to drag in any direction; `data` is its kind, position and time. */
  onPanStart?: EventHandler<GestureDetector, DragStartDetails> | undefined;
  /**
   * Called while a pointer drags in any direction; `data` is its position and how far it moved. At most once per
   * `dragInterval`; the last position is always reported.
   */
  onPanUpdate?: EventHandler<GestureDetector, DragUpdateDetails> | undefined;
  /** Called when a pointer that dragged in any direction is released; `data` is its position and velocity. */
  onPanEnd?: EventHandler<GestureDetector, DragEndDetails> | undefined;
  /** Called when a pressed pointer turns out not to drag in any direction. */
  onPanCancel?: EventHandler<GestureDetector> | undefined;
  /** Called when the secondary mouse button is pressed to drag in any direction; `data` describes the pointer. */
  onRightPanStart?: EventHandler<GestureDetector, PointerDetails> | undefined;
  /**
   * Called while the pointer moves with the secondary mouse button pressed; `data` describes the pointer. At most once
   * per `dragInterval`; the last position is always reported.
   */
  onRightPanUpdate?: EventHandler<GestureDetector, PointerDetails> | undefined;
  /** Called when the secondary mouse button is released; `data` describes the pointer. */
  onRightPanEnd?: EventHandler<GestureDetector, PointerDetails> | undefined;
  /**
   * Called when fingers start to pinch, move or rotate, or a trackpad is pinched; `data` is their center and number.
   */
  onScaleStart?: EventHandler<GestureDetector, ScaleStartDetails> | undefined;
  /**
   * Called while fingers pinch, move or rotate; `data` is their center, scale and rotation since the start. At most
   * once per `dragInterval`; the last change is always reported.
   */
  onScaleUpdate?: EventHandler<GestureDetector, ScaleUpdateDetails> | undefined;
  /** Called when a finger of a pinch is lifted; `data` is the number of remaining fingers and the velocity. */
  onScaleEnd?: EventHandler<GestureDetector, ScaleEndDetails> | undefined;
  /**
   * Called while a pointer that can hover moves over the control; `data` describes the pointer. At most once per
   * `hoverInterval`; the last position is always reported.
   */
  onHover?: EventHandler<GestureDetector, PointerDetails> | undefined;
  /** Called when a pointer that can hover enters the control; `data` describes the pointer. */
  onEnter?: EventHandler<GestureDetector, PointerDetails> | undefined;
  /** Called when a pointer that can hover leaves the control; `data` describes the pointer. */
  onExit?: EventHandler<GestureDetector, PointerDetails> | undefined;
  /**
   * Called when a wheel is turned over the control; `data` is the position and how far it was turned. At most once per
   * `dragInterval`; no distance is lost.
   */
  onScroll?: EventHandler<GestureDetector, WheelDetails> | undefined;
}

export interface GestureDetector extends Plain<GestureDetectorProps<Read>> {}

/** A detector of gestures on the control inside it: taps, presses, drags, pinches. Inner controls take precedence. */
export class GestureDetector extends Control {
  static override readonly spec: Spec<GestureDetectorProps> = spec<GestureDetectorProps>({
    type: "GestureDetector",
    parent: Control,
    layout: boxLayout,
    properties: {
      content: slot(),
      mouseCursor: value(mouseCursorType, null),
      dragInterval: integer(0, { min: 0 }),
      hoverInterval: integer(0, { min: 0 }),
      multiTapTouches: integer(0, { min: 0 }),
      excludeFromSemantics: flag(false),
      trackpadScrollCausesScale: flag(false),
      allowedDevices: value(listType(choiceType(PointerDeviceType)), null),
      onTap: event(tapDetailsType),
      onTapDown: event(tapDetailsType),
      onTapUp: event(tapDetailsType),
      onTapMove: event(tapMoveDetailsType),
      onTapCancel: event(),
      onMultiTap: event(payload.boolean),
      onMultiLongPress: event(),
      onSecondaryTap: event(),
      onSecondaryTapDown: event(tapDetailsType),
      onSecondaryTapUp: event(tapDetailsType),
      onSecondaryTapCancel: event(),
      onTertiaryTapDown: event(tapDetailsType),
      onTertiaryTapUp: event(tapDetailsType),
      onTertiaryTapCancel: event(),
      onLongPressDown: event(tapDetailsType),
      onLongPressCancel: event(),
      onLongPress: event(),
      onLongPressStart: event(longPressStartDetailsType),
      onLongPressMoveUpdate: event(longPressMoveDetailsType),
      onLongPressUp: event(),
      onLongPressEnd: event(longPressEndDetailsType).with({ whenEnded: endLongPress }),
      onSecondaryLongPressDown: event(tapDetailsType),
      onSecondaryLongPressCancel: event(),
      onSecondaryLongPress: event(),
      onSecondaryLongPressStart: event(longPressStartDetailsType),
      onSecondaryLongPressMoveUpdate: event(longPressMoveDetailsType),
      onSecondaryLongPressUp: event(),
      onSecondaryLongPressEnd: event(longPressEndDetailsType).with({ whenEnded: endLongPress }),
      onTertiaryLongPressDown: event(tapDetailsType),
      onTertiaryLongPressCancel: event(),
      onTertiaryLongPress: event(),
      onTertiaryLongPressStart: event(longPressStartDetailsType),
      onTertiaryLongPressMoveUpdate: event(longPressMoveDetailsType),
      onTertiaryLongPressUp: event(),
      onTertiaryLongPressEnd: event(longPressEndDetailsType).with({ whenEnded: endLongPress }),
      onDoubleTap: event(),
      onDoubleTapDown: event(tapDetailsType),
      onDoubleTapCancel: event(),
      onHorizontalDragDown: event(dragDownDetailsType),
      onHorizontalDragStart: event(dragStartDetailsType),
      onHorizontalDragUpdate: event(dragUpdateDetailsType),
      onHorizontalDragEnd: event(dragEndDetailsType).with({ whenEnded: endDrag }),
      onHorizontalDragCancel: event(),
      onVerticalDragDown: event(dragDownDetailsType),
      onVerticalDragStart: event(dragStartDetailsType),
      onVerticalDragUpdate: event(dragUpdateDetailsType),
      onVerticalDragEnd: event(dragEndDetailsType).with({ whenEnded: endDrag }),
      onVerticalDragCancel: event(),
      onPanDown: event(dragDownDetailsType),
      onPanStart: event(dragStartDetailsType),
      onPanUpdate: event(dragUpdateDetailsType),
      onPanEnd: event(dragEndDetailsType).with({ whenEnded: endPan }),
      onPanCancel: event(),
      onRightPanStart: event(pointerDetailsType),
      onRightPanUpdate: event(pointerDetailsType),
      onRightPanEnd: event(pointerDetailsType),
      onScaleStart: event(scaleStartDetailsType),
      onScaleUpdate: event(scaleUpdateDetailsType),
      onScaleEnd: event(scaleEndDetailsType).with({ whenEnded: endScale }),
      onHover: event(pointerDetailsType),
      onEnter: event(pointerDetailsType),
      onExit: event(pointerDetailsType),
      onScroll: event(wheelDetailsType),
    },
  });

  constructor(props?: GestureDetectorProps) {
    super(props);
  }
}
