import { type Control, RunletError, state, type Text } from "runlet";
import { mount } from "runlet/testing";
import { Subject } from "rxjs";
import { expect, test } from "vitest";
import { example } from "./examples.ts";

interface Countdown extends Control {
  seconds: number;
  label: string;
}

const { Countdown } = await example<{ Countdown: new (props?: object) => Countdown }>("own-controls.md", "Countdown");

test("Countdown: counts down to the end, and emits its event once", async () => {
  const ends: string[] = [];
  const countdown = new Countdown({ seconds: 61, label: "Tea", onEnd: () => ends.push("end") });
  await using h = mount(countdown);
  expect(h.getByText("Tea 1:01").isMounted).toBe(true);
  await h.advance(60_000);
  expect([h.queryByText("Tea 0:01") !== undefined, ends]).toEqual([true, []]);
  await h.advance(5000);
  expect([h.queryByText("Tea 0:00") !== undefined, ends]).toEqual([true, ["end"]]);
});

test("Countdown: its properties are checked, follow streams, and go back to their defaults", async () => {
  const label = state("Tea");
  const seconds$ = new Subject<number>();
  const countdown = new Countdown({ label, seconds: 10 });
  await using h = mount(countdown);
  const text = h.getByText("Tea 0:10") as Text;
  countdown.bind("seconds" as never, seconds$ as never);
  label.set("Eggs");
  seconds$.next(240);
  await h.flush();
  expect(text.value).toBe("Eggs 4:00");
  expect(() => {
    countdown.seconds = -1;
  }).toThrow(RunletError);
  countdown.reset("label" as never);
  await h.flush();
  expect([countdown.label, text.value]).toEqual(["", "4:00"]);
});

test("Countdown: nothing is alive after it has left the page", async () => {
  const h = mount(new Countdown());
  await h.advance(3000);
  await h.unmount();
  expect(h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
});
