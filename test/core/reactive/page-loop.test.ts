import { type Page, Text } from "runlet";
import { mount } from "runlet/testing";
import {
  auditTime,
  bufferTime,
  concatMap,
  debounceTime,
  delay,
  delayWhen,
  endWith,
  from,
  interval,
  NEVER,
  type Observable,
  observeOn,
  of,
  repeat,
  retry,
  type SchedulerLike,
  Subject,
  sampleTime,
  scheduled,
  share,
  startWith,
  subscribeOn,
  throttleTime,
  throwError,
  timeout,
  timer,
  windowTime,
} from "rxjs";
import { describe, expect, test } from "vitest";

const nothing = { controls: 0, subscriptions: 0, tasks: 0, timers: 0 };

/** Streams on the scheduler of a page. `source$` emits every 10 ms, and does not end with the session. */
const streams: readonly [string, (loop: SchedulerLike, source$: Observable<number>) => Observable<unknown>][] = [
  ["timer", (loop) => timer(10, loop)],
  ["timer with a period", (loop) => timer(0, 10, loop)],
  ["interval", (loop) => interval(10, loop)],
  ["debounceTime", (loop, source$) => source$.pipe(throttleTime(20, loop), debounceTime(5, loop))],
  ["delay", (loop, source$) => source$.pipe(delay(10, loop))],
  ["delayWhen", (loop, source$) => source$.pipe(delayWhen(() => timer(10, loop)))],
  ["auditTime", (loop, source$) => source$.pipe(auditTime(15, loop))],
  ["throttleTime", (loop, source$) => source$.pipe(throttleTime(15, loop, { leading: false, trailing: true }))],
  ["sampleTime", (loop, source$) => source$.pipe(sampleTime(15, loop))],
  ["bufferTime", (loop, source$) => source$.pipe(bufferTime(15, loop))],
  ["windowTime", (loop, source$) => source$.pipe(windowTime(15, loop))],
  ["observeOn", (loop, source$) => source$.pipe(observeOn(loop))],
  ["observeOn with a delay", (loop, source$) => source$.pipe(observeOn(loop, 10))],
  ["subscribeOn", (loop) => interval(10, loop).pipe(subscribeOn(loop, 10))],
  ["timeout", (loop) => NEVER.pipe(timeout({ each: 10, with: () => of("late"), scheduler: loop }), repeat())],
  ["repeat with a delay", (loop) => of(1).pipe(repeat({ delay: () => timer(10, loop) }))],
  [
    "retry with a delay",
    (loop) => throwError(() => 1).pipe(retry({ delay: () => timer(10, loop) }), startWith(1), endWith(1)),
  ],
  ["concatMap", (loop) => from([1, 2, 3, 4, 5, 6, 7, 8]).pipe(concatMap(() => timer(10, loop)))],
  ["share", (loop) => interval(10, loop).pipe(share())],
  ["scheduled", (loop) => interval(10, loop).pipe(concatMap((n) => scheduled([n], loop)))],
];

describe.each(streams)("a stream with %s on page.loop", (_, make) => {
  /** Subscribes as an app does that owns the subscription by nothing. */
  async function subscribed() {
    const seen: unknown[] = [];
    const source$ = new Subject<number>();
    const h = mount(() => {});
    const { page } = h;
    const stream$ = make(page.loop, source$);
    const subscribe = () => stream$.subscribe({ next: (value) => seen.push(value), complete: () => seen.push("end") });
    subscribe();
    for (let n = 0; n < 10; n++) {
      source$.next(n);
      await h.advance(10);
    }
    return { h, seen, source$, subscribe };
  }

  test("emits nothing after the session has ended, and leaves no timer", async () => {
    const { h, seen, source$ } = await subscribed();
    expect(seen.length).toBeGreaterThan(0);
    await h.unmount();
    const before = seen.length;
    for (let n = 0; n < 10; n++) {
      source$.next(n);
      await h.advance(10);
    }
    expect(seen.length).toBe(before);
    expect(h.leaks()).toEqual(nothing);
  });

  test("starts no timer when it is subscribed after the end", async () => {
    const { h, source$, subscribe } = await subscribed();
    await h.unmount();
    subscribe();
    for (let n = 0; n < 10; n++) {
      source$.next(n);
      await h.advance(10);
    }
    expect(h.leaks()).toEqual(nothing);
  });
});

describe("page.loop of a session that has ended", () => {
  test("returns closed subscriptions, and its time goes on", async () => {
    const h = mount(() => {});
    const { loop } = h.page;
    await h.unmount();
    let runs = 0;
    const subscription = loop.schedule(() => runs++, 0);
    expect(subscription.closed).toBe(true);
    subscription.add(() => (runs += 10));
    const before = loop.now();
    await h.advance(50);
    expect([runs, loop.now() - before]).toEqual([10, 50]);
  });

  test("ends work that schedules itself again, also if it ends the session itself", async () => {
    let runs = 0;
    const h = mount(() => {});
    const { page } = h;
    page.loop.schedule(function () {
      if (++runs === 3) page.session.close();
      this.schedule(undefined, 10);
    }, 10);
    await h.advance(200);
    expect(runs).toBe(3);
    expect(h.leaks()).toEqual(nothing);
  });

  test("starts no work of onClose and willUnmount", async () => {
    let runs = 0;
    class Late extends Text {
      override willUnmount() {
        timer(0, 10, this.page.loop).subscribe(() => runs++);
      }
    }
    const h = mount((page: Page) => {
      page.add(new Late());
      page.onClose = () => void timer(0, 10, page.loop).subscribe(() => runs++);
    });
    await h.unmount();
    await h.advance(100);
    expect(runs).toBe(0);
    expect(h.leaks()).toEqual(nothing);
  });

  test("an error of a teardown is reported, and the other work ends", async () => {
    const h = mount(() => {});
    const { page } = h;
    let runs = 0;
    page.loop
      .schedule(() => {}, 1000)
      .add(() => {
        throw new Error("teardown");
      });
    page.loop.schedule(() => runs++, 1000);
    page.session.close();
    await expect(h.advance(2000)).rejects.toThrow("teardown");
    expect(runs).toBe(0);
    expect(h.leaks()).toEqual(nothing);
  });
});
