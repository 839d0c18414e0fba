import { RunletError } from "../../core/declaration/errors.ts";
import { integerType, objectType, type Type } from "../../core/declaration/types.ts";
import { callClient } from "../../core/update/calls.ts";
import { tabsLayout } from "../../layout/bars.ts";
import { type AnimationCurve, animationCurveType } from "../../values/animation.ts";
import { durationType } from "../../values/quantity.ts";
import { positionAmong } from "../child-position.ts";
import { Control } from "../control.ts";
import type { In, LayoutProps, Literal, Mode, Plain, Read } from "../control-props.ts";
import type { EventHandler } from "../event.ts";
import { assertIndexInRange, indexProblem } from "../property-checks.ts";
import { event, integer, method, type Spec, slot, spec, value } from "../spec.ts";
import { TabBar } from "./tab-bar.ts";
import { TabBarView } from "./tab-bar-view.ts";

/** Properties of {@link Tabs}. */
export interface TabsProps<M extends Mode = Literal> extends LayoutProps<M> {
  /** Control that contains a TabBar and a TabBarView, at any depth. Default `null`: none. */
  content?: In<M, Control | null>;
  /** Number of tabs. Default 0. */
  length?: In<M, number>;
  /**
   * Index of the selected tab, counted from 0, or from the end with negative numbers. A click on a tab changes it.
   * Default 0. An index out of range is an error.
   */
  selectedIndex?: In<M, number>;
  /** Duration of the change from one tab to another, in milliseconds. Default 100. */
  animationDuration?: In<M, number>;
  /** Called when another tab is selected. `data` is its index. */
  onChange?: EventHandler<Tabs, number> | undefined;
}

/** Animation of {@link Tabs}' `moveTo()`. */
export interface TabMotion {
  /** Curve of the animation. Default `"easeIn"`. */
  readonly curve?: AnimationCurve | undefined;
  /** Duration of the animation, in milliseconds. Default: `animationDuration` of the Tabs. */
  readonly duration?: number | undefined;
}

/** Returns the index of a tab or a panel that a person chose. Undefined if it is not in the Tabs any more. */
function positionOf(chosen: Control, tabs: Control): number | undefined {
  let child = chosen;
  for (let at = chosen.parent; at !== undefined && at !== tabs; at = at.parent) {
    if (at instanceof TabBar) return positionAmong(at.tabs, child);
    const index = at instanceof TabBarView ? at.controls.indexOf(child) : -1;
    if (index >= 0) return index;
    child = at;
  }
  return undefined;
}

interface Move extends TabMotion {
  readonly index: number;
}
const moveType: Type<Move> = objectType<Move>(
  "Move",
  { index: integerType(), curve: animationCurveType, duration: durationType },
  ["index"],
);

export interface Tabs extends Plain<TabsProps<Read>> {}

/** Several contents in one place, of which one is shown. Tabs connects a TabBar with a TabBarView. */
export class Tabs extends Control {
  static override readonly spec: Spec<TabsProps> = spec<TabsProps>({
    type: "Tabs",
    parent: Control,
    layout: tabsLayout,
    properties: {
      content: slot(),
      length: integer(0, { min: 0 }),
      selectedIndex: integer(0).writable((index, tabs) => indexProblem(index, (tabs as Tabs).length), { positionOf }),
      animationDuration: value(durationType, 100),
      onChange: event(integerType()),
    },
    semantics: {},
    formerNames: { tabs: "content" },
    methods: { moveTo: method(moveType) },
  });

  constructor(props?: TabsProps) {
    super(props);
  }

  override beforeUpdate(): void {
    assertIndexInRange(this, "selectedIndex", this.length, "tabs", -this.length);
  }

  /** Selects a tab as a click on it does: `onChange` is called. An index out of range is an error, `not-found`. */
  async moveTo(index: number, motion: TabMotion = {}): Promise<void> {
    const problem = indexProblem(index, this.length, -this.length);
    if (problem !== undefined) throw new RunletError("not-found", `Tabs.moveTo(): the index ${problem}.`);
    const at = index < 0 ? index + this.length : index;
    await callClient(this, "moveTo", { index: at, ...motion });
  }
}
