import { Control, Text, type Page } from "runlet";
import { mount } from "runlet/testing";
import { timer, take, map } from "rxjs";
import { expect, test } from "vitest";
class Countdown extends Control {
  #seconds: number; readonly #text = new Text();
  constructor(seconds: number) { super(); this.#seconds = seconds; }
  override build() { this.#show(); return this.#text; }
  override didMount() { this.runTask(() => this.#tick()); }
  async #tick() { while (this.#seconds > 0) { await this.sleep(1000); this.#seconds--; this.#show(); } }
  #show() { this.#text.value = `${String(Math.floor(this.#seconds / 60)).padStart(2, "0")}:${String(this.#seconds % 60).padStart(2, "0")}`; }
}
test("countdown", async () => {
  let c!: Countdown;
  const h = mount((page: Page) => { page.add(new Countdown(120), c = new Countdown(60)); });
  console.log(h.print(), JSON.stringify(h.tree()), JSON.stringify(h.documents()));
  console.log(JSON.stringify(h.takeOperations()));
  const t0 = performance.now();
  await h.advance(1000);
  console.log(JSON.stringify(h.takeOperations()), h.leaks());
  h.page.remove(c); await h.flush();
  console.log(JSON.stringify(h.takeOperations()), h.leaks());
  await h.advance(120000);
  console.log(performance.now() - t0, h.takeOperations().length, h.print());
  h.page.add(new Text({ value: timer(0, 1000, h.page.loop).pipe(take(121), map((n) => String(120 - n))) }));
  await h.advance(120000);
  console.log(h.takeOperations().length, h.print(), h.leaks());
  await h.unmount();
  expect(h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
});
