import { Button, Control, type Page } from "runlet";
import { throwError } from "rxjs";
import { sessionOf } from "../../src/controls/page/page-session.ts";

/** Message of all errors. No client may receive it. */
export const SECRET = "password=hunter2";

const fail = (): never => {
  throw new Error(SECRET);
};

class Failing extends Control {
  readonly #place: string;
  constructor(place: string) {
    super();
    this.#place = place;
  }
  #in(place: string): void {
    if (place === this.#place) fail();
  }
  override build(): Control {
    this.#in("build");
    if (this.#place === "effect") this.effect(throwError(() => new Error(SECRET)));
    return new Button({ content: "x" });
  }
  override beforeUpdate(): void {
    this.#in("beforeUpdate");
  }
  override didMount(): void {
    if (this.#place === "own") this.own(fail);
    this.#in("didMount");
  }
  override willUnmount(): void {
    this.#in("willUnmount");
  }
}

/** Places where app code can throw, with code that throws there. */
export const PLACES: { readonly [place: string]: (page: Page) => unknown } = {
  handler: fail,
  "async handler": async () => fail(),
  task: (page) => void page.runTask(async () => fail()),
  timer: (page) => void page.loop.schedule(fail, 0),
  "after a wait": async (page) => {
    await page.sleep(0);
    fail();
  },
  pubsub: (page) => page.pubsub.sendAll("fail"),
};
const CONTROLS = ["build", "beforeUpdate", "didMount", "willUnmount", "effect", "own"];

/** Builds an app with a button for each place where its code can throw. A click makes it throw there. */
export function failing(page: Page): { counter: Button; buttons: Map<string, Button>; counted: () => number } {
  let count = 0;
  const buttons = new Map<string, Button>();
  const counter = new Button({ content: "Count", onClick: () => void count++ });
  page.add(counter);
  page.pubsub.subscribe(fail);
  for (const [place, act] of Object.entries(PLACES)) {
    buttons.set(place, new Button({ content: place, onClick: () => act(page) as void }));
  }
  for (const place of CONTROLS) {
    const click = (): void => {
      const control = new Failing(place);
      page.add(control);
      sessionOf(page).flush();
      if (page.controls.includes(control)) page.remove(control);
    };
    buttons.set(place, new Button({ content: place, onClick: click }));
  }
  page.add(...buttons.values());
  page.onDisconnect = fail;
  page.onConnect = fail;
  return { counter, buttons, counted: () => count };
}
