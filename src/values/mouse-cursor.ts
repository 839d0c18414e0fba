import { sentAs, type Type } from "../core/declaration/types.ts";

/** Mouse cursor shown over a control. */
export type MouseCursor =
  | "alias"
  | "allScroll"
  | "basic"
  | "cell"
  | "click"
  | "contextMenu"
  | "copy"
  | "forbidden"
  | "grab"
  | "grabbing"
  | "help"
  | "move"
  | "noDrop"
  | "none"
  | "precise"
  | "progress"
  | "resizeColumn"
  | "resizeDown"
  | "resizeDownLeft"
  | "resizeDownRight"
  | "resizeLeft"
  | "resizeLeftRight"
  | "resizeRight"
  | "resizeRow"
  | "resizeUp"
  | "resizeUpDown"
  | "resizeUpLeft"
  | "resizeUpLeftDownRight"
  | "resizeUpRight"
  | "resizeUpRightDownLeft"
  | "text"
  | "verticalText"
  | "wait"
  | "zoomIn"
  | "zoomOut";

/** Values of the CSS property `cursor`, which the client receives. */
const CSS: { readonly [W in MouseCursor]: string } = {
  alias: "alias",
  allScroll: "all-scroll",
  basic: "default",
  cell: "cell",
  click: "pointer",
  contextMenu: "context-menu",
  copy: "copy",
  forbidden: "not-allowed",
  grab: "grab",
  grabbing: "grabbing",
  help: "help",
  move: "move",
  noDrop: "no-drop",
  none: "none",
  precise: "crosshair",
  progress: "progress",
  resizeColumn: "col-resize",
  resizeDown: "s-resize",
  resizeDownLeft: "sw-resize",
  resizeDownRight: "se-resize",
  resizeLeft: "w-resize",
  resizeLeftRight: "ew-resize",
  resizeRight: "e-resize",
  resizeRow: "row-resize",
  resizeUp: "n-resize",
  resizeUpDown: "ns-resize",
  resizeUpLeft: "nw-resize",
  resizeUpLeftDownRight: "nwse-resize",
  resizeUpRight: "ne-resize",
  resizeUpRightDownLeft: "nesw-resize",
  text: "text",
  verticalText: "vertical-text",
  wait: "wait",
  zoomIn: "zoom-in",
  zoomOut: "zoom-out",
};

export const MouseCursor: readonly MouseCursor[] = Object.keys(CSS) as MouseCursor[];
export const mouseCursorType: Type<MouseCursor> = sentAs(CSS);
