import type { FocusCases } from "./case.ts";
import { groupCases } from "./groups.ts";
import { listCases } from "./lists.ts";
import { menuCases } from "./menus.ts";
import { otherCases } from "./others.ts";

/** What may happen to the control with the focus. The browser's client and the testing kit must agree. */
export const focusCases: FocusCases = { ...menuCases, ...groupCases, ...listCases, ...otherCases };
