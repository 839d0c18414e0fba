import { Control } from "../core/control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../core/control-props.ts";
import type { EventHandler } from "../core/event.ts";
import { event, flag, integer, payload, type Spec, slot, spec, value } from "../core/spec.ts";
import { choiceType, listType } from "../core/types.ts";
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
} from "./values/gesture-details.ts";
import { type MouseCursor, mouseCursorType } from "./values/mouse-cursor.ts";
import { PointerDeviceType, type TapDetails, tapDetailsType } from "./values/pointer.ts";

/** Properties of {@link GestureDetector}. */
export interface GestureDetectorProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** What stands in it. Default none. */
  content?: In<M, Control | null>;
  /** What the pointer looks like on it. Default `null`: as around it. */
  mouseCursor?: In<M, MouseCursor | null>;
  /** Least milliseconds between two events of a drag, a pinch or a wheel. Default 0. */
  dragInterval?: In<M, number>;
  /** Least milliseconds between two `onHover`. Default 0. */
  hoverInterval?: In<M, number>;
  /** How many fingers a tap with several has. Default 0: none. */
  multiTapTouches?: In<M, number>;
  /** Whether the keyboard and screen readers pass it by, although it can be tapped. Default `false`. */
  excludeFromSemantics?: In<M, boolean>;
  /** Whether a wheel, or two fingers moving on a pad, scale. Default `false`: only a pinch does. */
  trackpadScrollCausesScale?: In<M, boolean>;
  /** What it takes gestures of. Default `null`: everything. */
  allowedDevices?: In<M, readonly PointerDeviceType[] | null>;
  /** The control was tapped, or Enter or Space pressed on it. With `onDoubleTap`, it waits until no second tap can come. */
  onTap?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** A pointer that may tap came down. */
  onTapDown?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** A pointer that tapped went up; `onTap` comes right after. */
  onTapUp?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** A pointer that may tap moved a little. */
  onTapMove?: EventHandler<GestureDetector, TapMoveDetails> | undefined;
  /** What came down is no tap after all. */
  onTapCancel?: EventHandler<GestureDetector> | undefined;
  /** Fingers tapped together; `data` says whether they were `multiTapTouches`. */
  onMultiTap?: EventHandler<GestureDetector, boolean> | undefined;
  /** As many fingers as `multiTapTouches` stayed pressed. */
  onMultiLongPress?: EventHandler<GestureDetector> | undefined;
  /** The secondary button, the right one as a rule, was clicked. */
  onSecondaryTap?: EventHandler<GestureDetector> | undefined;
  /** The secondary button, the right one as a rule, was pressed. */
  onSecondaryTapDown?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** The secondary button, the right one as a rule, was let go in the same place. */
  onSecondaryTapUp?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** The press of the secondary button, the right one as a rule, is no click after all. */
  onSecondaryTapCancel?: EventHandler<GestureDetector> | undefined;
  /** The middle button was pressed. */
  onTertiaryTapDown?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** The middle button was let go in the same place. */
  onTertiaryTapUp?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** The press of the middle button is no click after all. */
  onTertiaryTapCancel?: EventHandler<GestureDetector> | undefined;
  /** A pointer came down that may stay. */
  onLongPressDown?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** A pointer did not stay. */
  onLongPressCancel?: EventHandler<GestureDetector> | undefined;
  /** A pointer stayed pressed for half a second. */
  onLongPress?: EventHandler<GestureDetector> | undefined;
  /** A pointer stayed pressed for half a second; `data` says where. */
  onLongPressStart?: EventHandler<GestureDetector, LongPressStartDetails> | undefined;
  /** A pointer moved after a long press. */
  onLongPressMoveUpdate?: EventHandler<GestureDetector, LongPressMoveDetails> | undefined;
  /** A pointer went up after a long press. */
  onLongPressUp?: EventHandler<GestureDetector> | undefined;
  /** A long press is over; `data` says where, and how fast the pointer was. */
  onLongPressEnd?: EventHandler<GestureDetector, LongPressEndDetails> | undefined;
  /** The secondary button was pressed, which may stay. */
  onSecondaryLongPressDown?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** The secondary button did not stay. */
  onSecondaryLongPressCancel?: EventHandler<GestureDetector> | undefined;
  /** The secondary button stayed pressed for half a second. */
  onSecondaryLongPress?: EventHandler<GestureDetector> | undefined;
  /** The secondary button stayed pressed for half a second; `data` says where. */
  onSecondaryLongPressStart?: EventHandler<GestureDetector, LongPressStartDetails> | undefined;
  /** The secondary button moved after a long press. */
  onSecondaryLongPressMoveUpdate?: EventHandler<GestureDetector, LongPressMoveDetails> | undefined;
  /** The secondary button was let go after a long press. */
  onSecondaryLongPressUp?: EventHandler<GestureDetector> | undefined;
  /** A long press is over; `data` says where, and how fast the pointer was. */
  onSecondaryLongPressEnd?: EventHandler<GestureDetector, LongPressEndDetails> | undefined;
  /** The middle button was pressed, which may stay. */
  onTertiaryLongPressDown?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** The middle button did not stay. */
  onTertiaryLongPressCancel?: EventHandler<GestureDetector> | undefined;
  /** The middle button stayed pressed for half a second. */
  onTertiaryLongPress?: EventHandler<GestureDetector> | undefined;
  /** The middle button stayed pressed for half a second; `data` says where. */
  onTertiaryLongPressStart?: EventHandler<GestureDetector, LongPressStartDetails> | undefined;
  /** The middle button moved after a long press. */
  onTertiaryLongPressMoveUpdate?: EventHandler<GestureDetector, LongPressMoveDetails> | undefined;
  /** The middle button was let go after a long press. */
  onTertiaryLongPressUp?: EventHandler<GestureDetector> | undefined;
  /** A long press is over; `data` says where, and how fast the pointer was. */
  onTertiaryLongPressEnd?: EventHandler<GestureDetector, LongPressEndDetails> | undefined;
  /** The control was tapped twice. */
  onDoubleTap?: EventHandler<GestureDetector> | undefined;
  /** A pointer came down for the second tap of two. */
  onDoubleTapDown?: EventHandler<GestureDetector, TapDetails> | undefined;
  /** The second is no tap after all. */
  onDoubleTapCancel?: EventHandler<GestureDetector> | undefined;
  /** A pointer came down that may drag to the left or right. */
  onHorizontalDragDown?: EventHandler<GestureDetector, DragDownDetails> | undefined;
  /** A pointer began to drag to the left or right. */
  onHorizontalDragStart?: EventHandler<GestureDetector, DragStartDetails> | undefined;
  /** A pointer drags to the left or right; at most once each `dragInterval`, and always the last. */
  onHorizontalDragUpdate?: EventHandler<GestureDetector, DragUpdateDetails> | undefined;
  /** A pointer that dragged to the left or right went up. */
  onHorizontalDragEnd?: EventHandler<GestureDetector, DragEndDetails> | undefined;
  /** What came down does not drag to the left or right. */
  onHorizontalDragCancel?: EventHandler<GestureDetector> | undefined;
  /** A pointer came down that may drag up or down. */
  onVerticalDragDown?: EventHandler<GestureDetector, DragDownDetails> | undefined;
  /** A pointer began to drag up or down. */
  onVerticalDragStart?: EventHandler<GestureDetector, DragStartDetails> | undefined;
  /** A pointer drags up or down; at most once each `dragInterval`, and always the last. */
  onVerticalDragUpdate?: EventHandler<GestureDetector, DragUpdateDetails> | undefined;
  /** A pointer that dragged up or down went up. */
  onVerticalDragEnd?: EventHandler<GestureDetector, DragEndDetails> | undefined;
  /** What came down does not drag up or down. */
  onVerticalDragCancel?: EventHandler<GestureDetector> | undefined;
  /** A pointer came down that may drag anywhere. */
  onPanDown?: EventHandler<GestureDetector, DragDownDetails> | undefined;
  /** A pointer began to drag anywhere. */
  onPanStart?: EventHandler<GestureDetector, DragStartDetails> | undefined;
  /** A pointer drags anywhere; at most once each `dragInterval`, and always the last. */
  onPanUpdate?: EventHandler<GestureDetector, DragUpdateDetails> | undefined;
  /** A pointer that dragged anywhere went up. */
  onPanEnd?: EventHandler<GestureDetector, DragEndDetails> | undefined;
  /** What came down does not drag anywhere. */
  onPanCancel?: EventHandler<GestureDetector> | undefined;
  /** The secondary button was pressed, to drag anywhere. */
  onRightPanStart?: EventHandler<GestureDetector, PointerDetails> | undefined;
  /** The pointer moves with the secondary button pressed; at most once each `dragInterval`, and always the last. */
  onRightPanUpdate?: EventHandler<GestureDetector, PointerDetails> | undefined;
  /** The secondary button was let go. */
  onRightPanEnd?: EventHandler<GestureDetector, PointerDetails> | undefined;
  /** Fingers came down to draw apart, together or around; or a pad was pinched. */
  onScaleStart?: EventHandler<GestureDetector, ScaleStartDetails> | undefined;
  /** Fingers draw apart, together or around; at most once each `dragInterval`, and always the last. */
  onScaleUpdate?: EventHandler<GestureDetector, ScaleUpdateDetails> | undefined;
  /** A finger went up. */
  onScaleEnd?: EventHandler<GestureDetector, ScaleEndDetails> | undefined;
  /** A pointer that can hover moves over the control; at most once each `hoverInterval`, and always the last. */
  onHover?: EventHandler<GestureDetector, PointerDetails> | undefined;
  /** A pointer that can hover came over the control. */
  onEnter?: EventHandler<GestureDetector, PointerDetails> | undefined;
  /** A pointer that can hover left the control. */
  onExit?: EventHandler<GestureDetector, PointerDetails> | undefined;
  /** A wheel was turned over the control; at most once each `dragInterval`, and always all of it. */
  onScroll?: EventHandler<GestureDetector, WheelDetails> | undefined;
}

export interface GestureDetector extends Plain<GestureDetectorProps<Read>> {}

/** Tells what pointers do with what stands in it: taps, presses, drags, pinches. What stands further in comes first. */
export class GestureDetector extends Control {
  static override readonly spec: Spec<GestureDetectorProps<Read>> = spec<GestureDetectorProps<Read>, LayoutProps<Read>>(
    "GestureDetector",
    Control,
    {
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
      onLongPressEnd: event(longPressEndDetailsType),
      onSecondaryLongPressDown: event(tapDetailsType),
      onSecondaryLongPressCancel: event(),
      onSecondaryLongPress: event(),
      onSecondaryLongPressStart: event(longPressStartDetailsType),
      onSecondaryLongPressMoveUpdate: event(longPressMoveDetailsType),
      onSecondaryLongPressUp: event(),
      onSecondaryLongPressEnd: event(longPressEndDetailsType),
      onTertiaryLongPressDown: event(tapDetailsType),
      onTertiaryLongPressCancel: event(),
      onTertiaryLongPress: event(),
      onTertiaryLongPressStart: event(longPressStartDetailsType),
      onTertiaryLongPressMoveUpdate: event(longPressMoveDetailsType),
      onTertiaryLongPressUp: event(),
      onTertiaryLongPressEnd: event(longPressEndDetailsType),
      onDoubleTap: event(),
      onDoubleTapDown: event(tapDetailsType),
      onDoubleTapCancel: event(),
      onHorizontalDragDown: event(dragDownDetailsType),
      onHorizontalDragStart: event(dragStartDetailsType),
      onHorizontalDragUpdate: event(dragUpdateDetailsType),
      onHorizontalDragEnd: event(dragEndDetailsType),
      onHorizontalDragCancel: event(),
      onVerticalDragDown: event(dragDownDetailsType),
      onVerticalDragStart: event(dragStartDetailsType),
      onVerticalDragUpdate: event(dragUpdateDetailsType),
      onVerticalDragEnd: event(dragEndDetailsType),
      onVerticalDragCancel: event(),
      onPanDown: event(dragDownDetailsType),
      onPanStart: event(dragStartDetailsType),
      onPanUpdate: event(dragUpdateDetailsType),
      onPanEnd: event(dragEndDetailsType),
      onPanCancel: event(),
      onRightPanStart: event(pointerDetailsType),
      onRightPanUpdate: event(pointerDetailsType),
      onRightPanEnd: event(pointerDetailsType),
      onScaleStart: event(scaleStartDetailsType),
      onScaleUpdate: event(scaleUpdateDetailsType),
      onScaleEnd: event(scaleEndDetailsType),
      onHover: event(pointerDetailsType),
      onEnter: event(pointerDetailsType),
      onExit: event(pointerDetailsType),
      onScroll: event(wheelDetailsType),
    },
  );

  constructor(props?: GestureDetectorProps) {
    super(props);
  }
}
