import v8 from "node:v8";
import vm from "node:vm";
import { Button, Column, Control, each, Host, type Page, state, Text, TextField } from "runlet";
import { memoryTransport } from "runlet/transport";
import {
  BehaviorSubject,
  debounceTime,
  delay,
  interval,
  map,
  merge,
  of,
  Subject,
  shareReplay,
  switchMap,
  tap,
  timer,
} from "rxjs";
import { describe, expect, test } from "vitest";
import { callClient } from "../../src/core/update/calls.ts";
import { pause } from "./serve.ts";

v8.setFlagsFromString("--expose-gc");
const collect = vm.runInNewContext("gc") as () => void;
const silent = { info() {}, warn() {}, error() {} };

// What outlives every session.
const subject = new Subject<unknown>();
const present = new BehaviorSubject("x");
const shared = state("x");
const items = state([{ id: 1 }, { id: 2 }]);
const ticks$ = interval(1000).pipe(shareReplay({ bufferSize: 1, refCount: true }));
const longest = 2 ** 31 - 1;

class Owner extends Control {
  override build() {
    return new Text();
  }

  override didMount() {
    this.own(subject.subscribe(() => void this.page));
    this.own(() => void this.page);
    void this.runTask((signal) => {
      signal.addEventListener("abort", () => void this.page);
      return this.sleep(longest);
    });
  }
}

/** Ways in which an app, or the framework, may hold a session after its end. */
const ways: { readonly [way: string]: (page: Page) => unknown } = {
  "a timer on page.loop": (page) => timer(0, 5, page.loop).subscribe(() => void page.controls),
  "a timer on page.loop that is far away": (page) => timer(longest, page.loop).subscribe(() => void page.controls),
  "work that schedules itself again": (page) =>
    page.loop.schedule(function () {
      this.schedule(page, 5);
    }, 0),
  "operators with timers": (page) =>
    interval(5, page.loop)
      .pipe(
        delay(longest, page.loop),
        switchMap(() => timer(longest, page.loop)),
      )
      .subscribe(() => void page.controls),
  "a subscription to the changes of a control": (page) => {
    const field = new TextField();
    page.add(field);
    field
      .changes("value")
      .pipe(debounceTime(longest, page.loop))
      .subscribe(() => void page.controls);
    field.value = "x";
  },
  "a subscription to the events of a control": (page) => {
    const button = new Button({ content: "x" });
    page.add(button);
    merge(button.events("click"), of(1)).subscribe(() => void page.controls);
  },
  "a task that sleeps": (page) => page.runTask(() => page.sleep(longest)),
  "a task that repeats something": (page) =>
    page.runTask(async () => {
      for (;;) await page.sleep(5);
    }),
  "a main function that sleeps": (page) => page.sleep(longest),
  "subscriptions to messages": (page) => {
    page.pubsub.subscribe(() => void page.controls);
    page.pubsub.subscribeTopic("topic", () => void page.controls);
    page.pubsub.messages().subscribe(() => void page.controls);
  },
  "a message that is not delivered yet": (page) => {
    page.pubsub.subscribe(() => void page.controls);
    page.pubsub.sendAll("x");
    page.session.close();
  },
  "a property bound to a state": (page) => page.add(new TextField({ value: shared }), new Text({ value: shared })),
  "a property bound to a subject": (page) => page.add(new Text({ value: present.pipe(map((value) => value)) })),
  "a property bound to a shared stream": (page) => page.add(new Text({ value: ticks$.pipe(map(String)) })),
  "children bound to a state": (page) =>
    page.add(
      new Column({
        controls: each(
          items,
          ({ id }) => id,
          (item$) => new Text({ value: item$.pipe(map(({ id }) => `${id}`)) }),
        ),
      }),
    ),
  "an effect": (page) => page.effect(subject.pipe(tap(() => void page.controls))),
  "what a control owns": (page) => page.add(new Owner()),
  "a control that left": (page) => {
    const owner = new Owner();
    page.add(owner, new Text());
    page.update();
    page.remove(owner);
  },
  "a call without an answer": (page) => {
    const field = new TextField();
    page.add(field);
    void callClient(field, "focus");
  },
  "a call of a control that never mounts": () => void callClient(new TextField(), "focus"),
  "changes that are held back": (page) => {
    page.autoUpdate = false;
    page.add(new Text());
  },
  "changes that were not sent yet": (page) => {
    page.add(new Text());
    setTimeout(() => page.add(new Text()), 5);
  },
  "handlers that were called": (page) => {
    page.onConnect = page.onDisconnect = page.onClose = () => void page.controls;
    page.onError = () => void page.controls;
    throw new Error("main");
  },
  "an async handler that has ended": async (page) => {
    await pause(1);
    page.add(new Text());
  },
  "an async main function that failed": async (page) => {
    await pause(1);
    page.add(new Text());
    throw new Error("main");
  },
  "a race with a promise that never settles": (page) => Promise.race([pause(1), page.sleep(longest)]),
};

const endings: { readonly [ending: string]: (host: Host, end: { close(code?: number): void }) => unknown } = {
  "page.session.close()": (host) => host.sessions.forEach((session) => void session.page.session.close()),
  "the client's goodbye": (_, end) => end.close(1000),
  "a lost connection": (_, end) => end.close(1006),
  "the end of the app": (host) => host.close(),
  "a drain of the app": (host) => host.close(50),
};

describe.each(Object.entries(endings))("after %s, nothing holds a session with", (_, ending) => {
  test.each(Object.entries(ways))("%s", async (__, main) => {
    const pages: WeakRef<Page>[] = [];
    const host = new Host(
      (page) => {
        pages.push(new WeakRef(page));
        return main(page) as void;
      },
      { log: silent, sessionTimeout: 0 },
    );
    // In a function of its own, so that no variable of this one holds anything.
    const begin = async () => {
      const { server, client } = memoryTransport();
      host.accept(server, { maxUpdatesPerSecond: 20 });
      client.send({ type: "hello", protocol: 2 });
      await pause(20);
      await ending(host, client);
    };
    await begin();
    await begin();
    expect(pages.length).toBeGreaterThan(0);
    subject.next(1);
    await expect
      .poll(
        () => {
          collect();
          return pages.filter((page) => page.deref() !== undefined).length;
        },
        { timeout: 5000, interval: 20 },
      )
      .toBe(0);
    expect(host.sessions).toHaveLength(0);
  });
});
