export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A box that needs a label: its name, and its size if there is space for it. */
interface Labeled {
  readonly name: string;
  readonly size: string;
  readonly rectangle: Rectangle;
}

/** A label at its place. */
interface Label {
  readonly name: string;
  /** Empty if the name alone is shown. */
  readonly size: string;
  readonly x: number;
  readonly y: number;
}

/** Width of a character. The names are bold, so this is more than the average. */
const CHARACTER = 6.6;
const HEIGHT = 13;
const INSET = 4;

/** Returns a place for the label of each box: inside its box if it fits there, and over no other label. */
export function placeLabels(
  boxes: readonly Labeled[],
  window: { readonly width: number; readonly height: number },
): Label[] {
  const taken: Rectangle[] = [];
  const labels = new Map<Labeled, Label>();
  // Small boxes have the fewest places, so they choose first.
  for (const box of boxes.toSorted((one, other) => areaOf(one.rectangle) - areaOf(other.rectangle))) {
    const others = boxes.filter((other) => other !== box && !contains(other.rectangle, box.rectangle));
    const choices = [box.size, ""].flatMap((size) => {
      const length = (box.name.length + (size === "" ? 0 : size.length + 1)) * CHARACTER;
      return places(box.rectangle, length).map((place, index) => {
        const overLabels = taken.reduce((sum, other) => sum + overlap(place, other), 0);
        const overBoxes = others.reduce((sum, { rectangle }) => sum + overlap(place, rectangle), 0);
        const inside = overlap(place, box.rectangle) / areaOf(place);
        const edge = inside > 0.99 ? 0 : inside === 0 ? 60 : 260;
        const beyond = areaOf(place) - overlap(place, { x: 0, y: 0, ...window });
        const cost = overLabels * 50 + beyond * 50 + overBoxes * 4 + edge + index * 2 + (size === "" ? 300 : 0);
        return { place, size, cost };
      });
    });
    const best = choices.reduce((one, other) => (other.cost < one.cost ? other : one));
    taken.push(best.place);
    const { x, y } = best.place;
    labels.set(box, { name: box.name, size: best.size, x, y: y + HEIGHT - 3 });
  }
  return boxes.map((box) => labels.get(box)!);
}

/** Returns places for a label in a box and around it, the best first. */
function places({ x, y, width, height }: Rectangle, length: number): Rectangle[] {
  const xs = [x + INSET, x + width - length - INSET, x + (width - length) / 2];
  const ys = [y + INSET / 2, y + height - HEIGHT - INSET / 2, y + (height - HEIGHT) / 2];
  const inside = ys.flatMap((top) => xs.map((left) => [left, top] as const));
  const around = [
    ...ys.flatMap((top) => [[x + width + INSET, top] as const, [x - length - INSET, top] as const]),
    ...xs.flatMap((left) => [[left, y + height + 1] as const, [left, y - HEIGHT - 1] as const]),
  ];
  return [...inside, ...around].map(([left, top]) => ({ x: left, y: top, width: length, height: HEIGHT }));
}

function contains(outer: Rectangle, inner: Rectangle): boolean {
  return Math.abs(overlap(outer, inner) - areaOf(inner)) < 0.01;
}

function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}

function areaOf({ width, height }: Rectangle): number {
  return width * height;
}
