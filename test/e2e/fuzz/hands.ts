import { between, pick } from "../../support/random.ts";

/** What a person has at hand in a browser. A browser that has no touch or no input method leaves those out. */
export interface Hands {
  /** Calls a function in the page. */
  evaluate<A, R>(run: (arg: A) => R, arg: A): Promise<R>;
  move(x: number, y: number): Promise<unknown>;
  down(): Promise<unknown>;
  up(): Promise<unknown>;
  key(key: string): Promise<unknown>;
  type(text: string): Promise<unknown>;
  /** Touches the screen: down, moved through the points, and up. */
  swipe?(points: readonly (readonly [x: number, y: number])[]): Promise<unknown>;
  /** Composes a text by an input method, and takes it or not. */
  compose?(text: string, isTaken: boolean): Promise<unknown>;
}

type Random = () => number;
type Point = readonly [x: number, y: number];

/** Returns points inside everything that a person may use, and is in view. Runs in the page. */
function targets(): Point[] {
  const all = document.querySelectorAll<HTMLElement>(
    ".r-page button, .r-page input, .r-page textarea, .r-page [tabindex], .r-page [role], .r-page label",
  );
  return [...all].flatMap((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const at: Point = [x + width / 2, y + height / 2];
    const isInView = width > 0 && height > 0 && at[0] > 0 && at[1] > 0 && at[0] < innerWidth && at[1] < innerHeight;
    return isInView ? [at] : [];
  });
}

async function target(hands: Hands, random: Random): Promise<Point> {
  const points = await hands.evaluate(targets, undefined);
  return points.length === 0 ? [5, 5] : pick(random, points);
}

const KEYS: readonly string[] = [
  "Tab",
  "Shift+Tab",
  "Enter",
  " ",
  "Escape",
  "ArrowDown",
  "ArrowUp",
  "ArrowLeft",
  "ArrowRight",
  "Home",
  "End",
  "Backspace",
  "Delete",
  "Control+a",
  "Control+z",
];

/** An action of a person, which may let the app change something in the middle. */
type Action = (hands: Hands, random: Random, meanwhile: () => void) => Promise<string>;

const ACTIONS: readonly (readonly [weight: number, action: Action])[] = [
  [
    5,
    async (hands, random, meanwhile) => {
      const [x, y] = await target(hands, random);
      await hands.move(x, y);
      await hands.down();
      meanwhile();
      await hands.up();
      return `click ${Math.round(x)} ${Math.round(y)}`;
    },
  ],
  [
    2,
    async (hands, random, meanwhile) => {
      const [x, y] = await target(hands, random);
      await hands.move(x, y);
      await hands.down();
      for (let step = 1; step <= 3; step++) await hands.move(x + step * 12, y);
      meanwhile();
      await hands.move(x + 40, y + 5);
      await hands.up();
      return `drag ${Math.round(x)} ${Math.round(y)}`;
    },
  ],
  [
    2,
    async (hands, random) => {
      const [x, y] = await target(hands, random);
      await hands.move(x, y);
      return `hover ${Math.round(x)} ${Math.round(y)}`;
    },
  ],
  [
    4,
    async (hands, random) => {
      const key = pick(random, KEYS);
      await hands.key(key);
      return `key ${key}`;
    },
  ],
  [
    5,
    async (hands, random, meanwhile) => {
      const text = Array.from({ length: between(random, 1, 4) }, () => pick(random, [..."abc1 ."])).join("");
      meanwhile();
      await hands.type(text);
      return `type ${JSON.stringify(text)}`;
    },
  ],
  [
    2,
    async (hands, random, meanwhile) => {
      const [x, y] = await target(hands, random);
      const [dx, dy] = pick(random, [
        [0, 0],
        [0, -60],
        [50, 0],
        [30, 30],
      ] as const);
      meanwhile();
      await hands.swipe?.([0, 1, 2, 3].map((step) => [x + (dx * step) / 3, y + (dy * step) / 3]));
      return `touch ${Math.round(x)} ${Math.round(y)} by ${dx} ${dy}`;
    },
  ],
  [
    1,
    async (hands, random, meanwhile) => {
      const isTaken = random() < 0.7;
      meanwhile();
      await hands.compose?.("にほん", isTaken);
      return `compose, ${isTaken ? "taken" : "left"}`;
    },
  ],
];

/** Does one random thing. Returns what it was. */
export async function act(hands: Hands, random: Random, meanwhile: () => void): Promise<string> {
  const all = ACTIONS.flatMap(([weight, action]) => Array<Action>(weight).fill(action));
  return pick(random, all)(hands, random, meanwhile);
}
