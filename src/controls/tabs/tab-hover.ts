import { booleanType, integerType, objectType, type Type } from "../../core/declaration/types.ts";

/** Data of a pointer that enters or leaves a tab. Flet: `TabBarHoverEvent`. */
export interface TabHover {
  /** Whether the pointer entered the tab (true) or left it (false). */
  readonly hovering: boolean;
  /** Index of the tab, counted from 0. */
  readonly index: number;
}
export const tabHoverType: Type<TabHover> = objectType<TabHover>(
  "TabHover",
  { hovering: booleanType, index: integerType({ min: 0 }) },
  ["hovering", "index"],
);
