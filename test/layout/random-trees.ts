import { between, pick, seeded } from "../support/random.ts";
import type { Boxes, LayoutCase, LayoutNode, Value } from "./case.ts";
import { RandomBoxes } from "./random-boxes.ts";
import { referenceBoxes } from "./reference/page.ts";

type Properties = Record<string, Value>;

const WINDOWS: readonly (readonly [width: number, height: number])[] = [
  ...[[400, 300] as const, [400, 300] as const, [400, 300] as const, [600, 450] as const, [320, 480] as const],
  [800, 500],
];

/** Returns cases with random pages, whose boxes the reference engine has calculated. The same seed gives the same ones. */
export function randomCases(count: number, seed: number): LayoutCase[] {
  const cases: LayoutCase[] = [];
  for (let at = seed; cases.length < count; at++) {
    const one = randomPage(at);
    const boxes = referenceBoxes(one);
    const isSeen = Object.values(boxes).filter((box) => box !== null).length > 1;
    if (isSeen && isCertain(one, boxes)) cases.push({ ...one, boxes });
  }
  return cases;
}

/**
 * Whether a case has one right result. Flutter does not clip content at the edge of a scrolling control, list or Stack
 * whose own children all fit, even if something deeper inside sticks out, and from right to left it shows the end of a Row
 * that does not fit. No app depends on that, so these are left out (`exceptions.ts`).
 * So are boxes of about a pixel, which may count as nothing.
 */
function isCertain(one: Omit<LayoutCase, "boxes">, boxes: Boxes): boolean {
  const strict = referenceBoxes(one, { isLikeBrowser: true });
  return Object.entries(boxes).every(([key, box]) => {
    if (JSON.stringify(strict[key]) !== JSON.stringify(box)) return false;
    return box === null || (Math.abs(box[2] - 1) > 0.5 && Math.abs(box[3] - 1) > 0.5);
  });
}

function randomPage(seed: number): Omit<LayoutCase, "boxes"> {
  const random = seeded(seed);
  const [width, height] = pick(random, WINDOWS);
  const properties: Properties = {};
  const slots: Record<string, LayoutNode[]> = {};
  if (random() < 0.3) properties.verticalAlignment = pick(random, ["center", "end", "spaceBetween", "spaceEvenly"]);
  if (random() < 0.4) properties.horizontalAlignment = pick(random, ["center", "end", "stretch"]);
  if (random() < 0.3) properties.spacing = pick(random, [0, 4, 15]);
  if (random() < 0.3) properties.padding = pick<Value>(random, [0, 20, { left: 5, top: 15, right: 25, bottom: 10 }]);
  if (random() < 0.2) properties.rtl = true;
  const boxes = new RandomBoxes(random, properties.rtl === true);
  if (random() < 0.1) slots.appbar = [appBar(random, boxes)];
  if (random() < 0.08) {
    const bar = random() < 0.5 ? { height: 60 } : {};
    slots.bottomAppbar = [node("BottomAppBar", bar, [boxes.leaf({ width: 30, height: 30 })])];
  }
  if (random() < 0.05) slots.floatingActionButton = [boxes.leaf({ width: 56, height: 56 })];
  // In Runlet the padding scrolls along, as on any web page, and content scrolls below the bars.
  if (Object.keys(slots).length === 0 && random() < 0.15) Object.assign(properties, { scroll: "hidden", padding: 0 });
  const place = {
    parent: "Column" as const,
    hasWidth: true,
    hasHeight: properties.scroll === undefined,
    depth: between(random, 2, 6),
  };
  const children = Array.from({ length: between(random, 1, 3) }, () => boxes.child(place));
  const type = random() < 0.1 ? "view" : "page";
  return { name: `random tree ${seed}`, width, height, page: { type, properties, slots, children } };
}

function appBar(random: () => number, boxes: RandomBoxes): LayoutNode {
  const slots: Record<string, LayoutNode[]> = {};
  if (random() < 0.5) slots.title = [node("Text", { value: "x" }, [])];
  if (random() < 0.5) slots.leading = [boxes.leaf({ width: 24, height: 24 })];
  if (random() < 0.7) slots.actions = [boxes.leaf({ width: 30, height: 30 }), boxes.leaf({ width: 20, height: 20 })];
  return { type: "AppBar", properties: {}, slots, children: [] };
}

function node(type: string, properties: Properties, children: readonly LayoutNode[]): LayoutNode {
  return { type, properties, slots: {}, children };
}
