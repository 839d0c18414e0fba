import { type Page, Text } from "runlet";
import { memoryTransport, type ServerMessage, type Update } from "runlet/transport";
import { BehaviorSubject } from "rxjs";
import { expect, test } from "vitest";
import { Host, type HostOptions } from "../../src/controls/page/host.ts";
import { type Clock, scheduleTurnEnd } from "../../src/core/reactive/clock.ts";
import { isEmpty } from "../../src/core/update/client-state.ts";

/** Milliseconds by which the timers of this clock are early, as real timers may be. */
const EARLY = 0.4;

class EarlyClock implements Clock {
  #now = 0;
  /** Milliseconds that the wall time is ahead. */
  wall = 0;
  #timers: { due: number; run: () => void }[] = [];
  readonly turnEnd: Clock["turnEnd"] = scheduleTurnEnd;
  monotonic(): number {
    return this.#now;
  }
  now(): number {
    return this.wall + this.#now;
  }
  after(ms: number, run: () => void): () => void {
    const timer = { due: this.#now + (ms > 1 ? ms - EARLY : ms), run };
    this.#timers.push(timer);
    return () => void (this.#timers = this.#timers.filter((other) => other !== timer));
  }
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#next(end); next !== undefined; next = this.#next(end)) {
      this.#timers = this.#timers.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.due);
      next.run();
    }
    this.#now = end;
  }
  get waiting(): number {
    return this.#timers.length;
  }
  #next(end: number) {
    return this.#timers.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
  }
}

function start(options: HostOptions = {}) {
  const { server, client } = memoryTransport();
  const writable$ = new BehaviorSubject(true);
  const updates: Update[] = [];
  client.messages$.subscribe((message: ServerMessage) => {
    if (message.type === "update") updates.push(message);
  });
  const clock = new EarlyClock();
  const text = new Text({ value: "0" });
  const main = (page: Page) => page.add(text);
  const session = new Host(main, { clock, ...options }).connect({ ...server, writable$ });
  client.send({ type: "hello", protocol: 2 });
  const set = (value: string) => {
    text.value = value;
    session.flush();
  };
  return { session, clock, updates, text, set, writable$ };
}

test("updates over the rate are merged into the next one, which is sent even if its timer is early", () => {
  const { clock, updates, set } = start({ maxUpdatesPerSecond: 60 });
  for (let n = 1; n <= 100; n++) set(String(n));
  expect(updates).toHaveLength(1);
  clock.advance(20);
  expect(updates.slice(1)).toEqual([
    { type: "update", seq: 2, ack: 0, ops: [{ op: "replace", path: "/2/value", value: "100" }] },
  ]);
  set("101");
  clock.advance(20);
  expect(updates).toHaveLength(3);
});

test("a client that can take no updates gets one merged update when it can; hooks run meanwhile", () => {
  const { updates, set, text, session, writable$ } = start();
  writable$.next(false);
  const extra = new Text({ value: "came and went" });
  set("1");
  session.page.add(extra);
  session.flush();
  expect(extra.isMounted).toBe(true);
  session.page.remove(extra);
  set("2");
  session.page.insert(0, new Text({ value: "stays" }));
  session.flush();
  expect(updates).toHaveLength(1);
  writable$.next(true);
  expect(updates.slice(1)).toEqual([
    {
      type: "update",
      seq: 2,
      ack: 0,
      docs: [4, { $type: "Text", value: "stays" }],
      ops: [
        { op: "replace", path: "/2/value", value: "2" },
        { op: "add", path: "/1/$slots/controls/0", value: 4 },
      ],
    },
  ]);
  expect(text.value).toBe("2");
});

test("a control that was removed and added before the send is not sent again; after the send, it is", () => {
  const { updates, session, text, writable$ } = start();
  writable$.next(false);
  session.page.remove(text);
  session.flush();
  session.page.add(text);
  session.flush();
  writable$.next(true);
  expect(updates).toHaveLength(1);
  session.page.remove(text);
  session.flush();
  session.page.add(text);
  session.flush();
  expect(updates.slice(1)).toEqual([
    { type: "update", seq: 2, ack: 0, ops: [{ op: "remove", path: "/1/$slots" }] },
    {
      type: "update",
      seq: 3,
      ack: 0,
      docs: [2, { $type: "Text", value: "0" }],
      ops: [{ op: "add", path: "/1/$slots", value: { controls: [2] } }],
    },
  ]);
});

test("an update without a change of a document is empty; one with new documents alone is not", () => {
  expect(isEmpty({ ops: [] })).toBe(true);
  expect(isEmpty({ ops: [{ op: "remove", path: "/1/$slots" }] })).toBe(false);
  expect(isEmpty({ docs: [2, { $type: "Text" }], ops: [] })).toBe(false);
});

test("a clock that is set back does not delay updates", () => {
  const { clock, updates, set } = start({ maxUpdatesPerSecond: 60 });
  clock.wall = -3_600_000;
  set("1");
  clock.advance(20);
  expect(updates).toHaveLength(2);
});

test("controls that come and go while a client can take no updates are not kept in memory", () => {
  const { session, writable$ } = start();
  writable$.next(false);
  for (let n = 0; n < 100; n++) {
    session.page.controls = [new Text({ value: String(n) })];
    session.flush();
  }
  expect(session.engine.clientState.size).toBeLessThan(5);
});

test("an ended session has no timer left", () => {
  const { session, clock, set } = start({ maxUpdatesPerSecond: 60 });
  set("1");
  expect(clock.waiting).toBe(1);
  session.close();
  expect(clock.waiting).toBe(0);
});
