import type { LayoutNode } from "../case.ts";
import { layOutCard, layOutContainer, layOutContent, layOutSafeArea } from "./boxes.ts";
import type { Constraints } from "./constraints.ts";
import { layOutDivider, layOutText, layOutVerticalDivider } from "./dividers.ts";
import { layOutColumn, layOutRow } from "./flex.ts";
import { EMPTY, type Fragment } from "./fragment.ts";
import { layOutGridView, layOutListView } from "./lists.ts";
import { alignmentOf, isOn, isVisible, numberOf } from "./properties.ts";
import { layOutResponsiveRow } from "./responsive-row.ts";
import { layOutStack } from "./stack.ts";
import { layOutListTile } from "./tile.ts";
import { aligned, type Layout, shaped, sized } from "./wrappers.ts";

/** What controls inherit from those around them. */
export interface Surroundings {
  readonly isRightToLeft: boolean;
  readonly windowWidth: number;
  /** Whether sizes that no browser can find without measuring are those of Runlet. */
  readonly isLikeBrowser: boolean;
}

/** Lays out a control of one type. It need not look at the properties that all controls have. */
export type ControlLayout = (node: LayoutNode, constraints: Constraints, surroundings: Surroundings) => Fragment;

/** These controls use `width` and `height` themselves. */
const SIZES_ITSELF = new Set(["Container", "Divider", "VerticalDivider"]);

/**
 * Lays out a control within constraints. Of the properties that all controls have, it applies `visible`, `rtl`, `width`,
 * `height`, `aspectRatio` and `align`. Parents apply the others: `expand`, `col`, `left`, `top`, `right` and `bottom`.
 */
export function layOut(node: LayoutNode, constraints: Constraints, surroundings: Surroundings): Fragment {
  if (!isVisible(node)) return EMPTY;
  const control = layoutOf(node.type);
  const inner = isOn(node, "rtl") ? { ...surroundings, isRightToLeft: true } : surroundings;
  let layout: Layout = (own) => control(node, own, inner);
  if (!SIZES_ITSELF.has(node.type)) layout = sized(numberOf(node, "width"), numberOf(node, "height"), layout);
  const ratio = numberOf(node, "aspectRatio");
  if (ratio !== undefined) layout = shaped(ratio, layout);
  const alignment = alignmentOf(node, "align");
  if (alignment !== undefined) layout = aligned(alignment, layout);
  return layout(constraints);
}

function layoutOf(type: string): ControlLayout {
  switch (type) {
    case "Card":
      return layOutCard;
    case "Column":
      return layOutColumn;
    case "Container":
      return layOutContainer;
    case "Divider":
      return layOutDivider;
    case "GestureDetector":
      return layOutContent;
    case "GridView":
      return layOutGridView;
    case "ListTile":
      return layOutListTile;
    case "ListView":
      return layOutListView;
    case "ResponsiveRow":
      return layOutResponsiveRow;
    case "Row":
      return layOutRow;
    case "SafeArea":
      return layOutSafeArea;
    case "Stack":
      return layOutStack;
    case "Text":
      return layOutText;
    case "VerticalDivider":
      return layOutVerticalDivider;
    default:
      throw new Error(`The reference engine has no layout for ${type}.`);
  }
}
