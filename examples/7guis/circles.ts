import {
  Column,
  Container,
  Control,
  each,
  GestureDetector,
  OutlinedButton,
  type Point,
  Row,
  Slider,
  Stack,
  state,
  Text,
  TextButton,
} from "runlet";
import { combineLatest, map, type Observable } from "rxjs";

interface Circle {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly diameter: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** State of the menu: its position, its circle, and whether the circle's diameter is being adjusted. */
interface Menu extends Place {
  readonly id: number;
  readonly isAdjusting: boolean;
}

const FIRST_DIAMETER = 40;
const CANVAS = { width: 600, height: 360 };
const MENU = { width: 260, height: 120 };

/** 7GUIs 6: clicks draw circles, a menu adjusts them, and all steps can be undone. */
export class Circles extends Control {
  /** All steps of the drawing, and the index of the step that is shown. */
  readonly #steps = state<{ readonly all: readonly (readonly Circle[])[]; readonly at: number }>({ all: [[]], at: 0 });
  readonly #menu = state<Menu | null>(null);
  /** Diameter during an adjustment. It becomes one step when the menu is closed. */
  readonly #diameter = state<number | null>(null);
  /** Id of the circle under the pointer. */
  readonly #hovered = state<number | null>(null);
  #lastId = 0;

  override build(): Control {
    const shown$ = combineLatest([this.#steps, this.#menu, this.#diameter]).pipe(
      map(([{ all, at }, menu, diameter]) =>
        (all[at] as readonly Circle[]).map((circle) =>
          menu?.isAdjusting === true && circle.id === menu.id && diameter !== null ? { ...circle, diameter } : circle,
        ),
      ),
    );
    return new Column({
      controls: [
        new Row({
          controls: [
            new OutlinedButton({
              content: "Undo",
              disabled: this.#steps.select(({ at }) => at === 0),
              onClick: () => this.#go(-1),
            }),
            new OutlinedButton({
              content: "Redo",
              disabled: this.#steps.select(({ all, at }) => at === all.length - 1),
              onClick: () => this.#go(1),
            }),
          ],
        }),
        new Row({
          scroll: "auto",
          controls: [
            new Stack({
              ...CANVAS,
              controls: [
                new GestureDetector({
                  hoverInterval: 30,
                  onHover: ({ data }) => this.#hovered.set(this.#at(data.localPosition)?.id ?? null),
                  onExit: () => this.#hovered.set(null),
                  onTapDown: ({ data }) => this.#tap(data.localPosition),
                  onSecondaryTapDown: ({ data }) => this.#open(data.localPosition),
                  content: new Container({
                    ...CANVAS,
                    borderRadius: 16,
                    bgcolor: "surfacecontainerhigh",
                    content: new Stack({
                      ...CANVAS,
                      controls: each(
                        shown$,
                        ({ id }) => id,
                        (circle$, id) => this.#circle(circle$, Number(id)),
                      ),
                    }),
                  }),
                }),
                this.#menuBox(),
              ],
            }),
          ],
        }),
        new Text({ value: "Click to draw. Right click on a circle for its menu.", color: "onsurfacevariant" }),
      ],
    });
  }

  #circle(circle$: Observable<Circle>, id: number) {
    const size$ = circle$.pipe(map(({ diameter }) => diameter));
    return new Container({
      left: circle$.pipe(map(({ x, diameter }) => x - diameter / 2)),
      top: circle$.pipe(map(({ y, diameter }) => y - diameter / 2)),
      width: size$,
      height: size$,
      shape: "circle",
      border: { width: 2, color: "primary" },
      bgcolor: this.#hovered.select((hovered) => (hovered === id ? "primarycontainer" : null)),
    });
  }

  #menuBox() {
    return new Container({
      left: this.#menu.select((menu) => Math.min(menu?.x ?? 0, CANVAS.width - MENU.width)),
      top: this.#menu.select((menu) => Math.min(menu?.y ?? 0, CANVAS.height - MENU.height)),
      width: MENU.width,
      padding: 8,
      borderRadius: 12,
      bgcolor: "surfacecontainerlowest",
      shadow: { blurRadius: 8, offset: { y: 2 }, color: "shadow,0.3" },
      visible: this.#menu.select((menu) => menu !== null),
      content: this.#menu
        .select((menu) => menu?.isAdjusting === true)
        .pipe(
          map((isAdjusting) =>
            isAdjusting
              ? new Column({
                  horizontalAlignment: "stretch",
                  controls: [
                    new Slider({ semanticsLabel: "Diameter", min: 10, max: 200, value: this.#diameter }),
                    new TextButton({ content: "Done", onClick: () => this.#close() }),
                  ],
                })
              : new TextButton({ content: "Adjust diameter…", onClick: () => this.#adjust() }),
          ),
        ),
    });
  }

  get #circles(): readonly Circle[] {
    const { all, at } = this.#steps.value;
    return all[at] as readonly Circle[];
  }

  /** Returns the circle around a position; of several, the one with the nearest center. */
  #at({ x, y }: Point): Circle | undefined {
    const distance = (circle: Circle) => Math.hypot(circle.x - x, circle.y - y);
    return this.#circles
      .filter((circle) => distance(circle) < circle.diameter / 2)
      .toSorted((a, b) => distance(a) - distance(b))[0];
  }

  #tap(place: Point) {
    if (this.#menu.value !== null) return this.#close();
    if (this.#at(place) !== undefined) return;
    this.#step([...this.#circles, { ...place, id: ++this.#lastId, diameter: FIRST_DIAMETER }]);
  }

  #open(place: Point) {
    this.#close();
    const circle = this.#at(place);
    if (circle !== undefined) this.#menu.set({ id: circle.id, x: circle.x, y: circle.y, isAdjusting: false });
  }

  #adjust() {
    const menu = this.#menu.value;
    if (menu === null) return;
    this.#diameter.set(this.#circles.find(({ id }) => id === menu.id)?.diameter ?? FIRST_DIAMETER);
    this.#menu.set({ ...menu, isAdjusting: true });
  }

  /** Adds the adjusted diameter as a step if it has changed. */
  #close() {
    const [menu, diameter] = [this.#menu.value, this.#diameter.value];
    this.#menu.set(null);
    if (menu?.isAdjusting !== true || diameter === null) return;
    const circles = this.#circles.map((circle) => (circle.id === menu.id ? { ...circle, diameter } : circle));
    if (circles.some((circle, index) => circle.diameter !== this.#circles[index]?.diameter)) this.#step(circles);
  }

  #step(circles: readonly Circle[]) {
    const { all, at } = this.#steps.value;
    this.#steps.set({ all: [...all.slice(0, at + 1), circles], at: at + 1 });
  }

  #go(by: number) {
    this.#menu.set(null);
    const { all, at } = this.#steps.value;
    this.#steps.set({ all, at: at + by });
  }
}
