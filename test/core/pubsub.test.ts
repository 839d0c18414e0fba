import { type Page, RunletError, Text } from "runlet";
import { createApp } from "runlet/server";
import { type Harness, mount } from "runlet/testing";
import { memoryTransport } from "runlet/transport";
import { Subscription } from "rxjs";
import { describe, expect, test, vi } from "vitest";
import { eventually } from "../support/patience.ts";

/** Two sessions of one app. */
function two(main: (page: Page) => void = () => {}): [Harness, Harness] {
  const ada = mount(main);
  return [ada, ada.join()];
}

/** Logs the messages that a page receives, each after the name of the receiver. */
function logMessages(page: Page, log: unknown[], receiver = ""): void {
  page.pubsub.subscribe((message) => void log.push(`${receiver}${message}`));
}

describe("receivers of a message", () => {
  test("sendAll() reaches every subscribed session, including the sender; sendOthers() all but the sender", async () => {
    const [ada, ben] = two();
    const log: unknown[] = [];
    logMessages(ada.page, log, "ada:");
    logMessages(ben.page, log, "ben:");
    ada.join();
    ada.page.pubsub.sendAll("a");
    ada.page.pubsub.sendOthers("b");
    await ada.flush();
    expect(log).toEqual(["ada:a", "ben:a", "ben:b"]);
  });

  test("a message on a topic reaches only subscribers of the topic, with its name; other messages do not", async () => {
    const [ada, ben] = two();
    const log: unknown[] = [];
    ben.page.pubsub.subscribeTopic("news", (message, topic) => void log.push([message, topic]));
    ada.page.pubsub.subscribeTopic("news", (message) => void log.push(message));
    logMessages(ben.page, log);
    ada.page.pubsub.sendAllOnTopic("news", 1);
    ada.page.pubsub.sendOthersOnTopic("news", 2);
    ada.page.pubsub.sendAllOnTopic("sport", 3);
    await ada.flush();
    expect(log).toEqual([[1, "news"], [2, "news"], 1]);
  });

  test("all handlers of one session are called, except one that was unsubscribed or subscribed later", async () => {
    const { page, flush } = mountOne();
    const log: unknown[] = [];
    logMessages(page, log, "first:");
    page.pubsub.subscribe(() => void log.push("never")).unsubscribe();
    logMessages(page, log, "second:");
    page.pubsub.sendAll(1);
    logMessages(page, log, "late:");
    await flush();
    expect(log).toEqual(["first:1", "second:1"]);
  });

  test("a handler that is unsubscribed between sending and delivery is not called", async () => {
    const { page, flush } = mountOne();
    const log: unknown[] = [];
    logMessages(page, log);
    page.pubsub.sendAll(1);
    page.pubsub.unsubscribeAll();
    await flush();
    expect(log).toEqual([]);
    logMessages(page, log);
    page.pubsub.sendAll(2);
    await flush();
    expect(log).toEqual(["2"]);
  });

  test("sessions of one createApp() receive each other's messages, those of another app do not", async () => {
    const log: string[] = [];
    const main = (page: Page) => logMessages(page, log);
    const apps = [createApp(main), createApp(main)];
    const sessions = [0, 0, 1].map((app) => {
      const { server, client } = memoryTransport();
      const session = apps[app]?.connect(server);
      client.send({ type: "hello", protocol: 2 });
      return session;
    });
    sessions[0]?.page.pubsub.sendAll("hi");
    await eventually(() => expect(log).toEqual(["hi", "hi"]));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(log).toEqual(["hi", "hi"]);
    await Promise.all(apps.map((app) => app.close()));
  });
});

function mountOne(): { page: Page; flush: () => Promise<void>; h: Harness } {
  const h = mount(() => {});
  return { page: h.page, flush: () => h.flush(), h };
}

describe("delivery", () => {
  test("happens after the sender's turn, in the order of sending, across topics", async () => {
    const { page, flush } = mountOne();
    const log: unknown[] = [];
    logMessages(page, log);
    page.pubsub.subscribeTopic("t", (message) => void log.push(message));
    for (let n = 0; n < 100; n++) {
      if (n % 3 === 0) page.pubsub.sendAllOnTopic("t", `${n}`);
      else page.pubsub.sendAll(n);
    }
    expect(log).toEqual([]);
    await flush();
    expect(log).toEqual(Array.from({ length: 100 }, (_, n) => `${n}`));
  });

  test("flushes at the end of a handler, and again when its promise settles", async () => {
    const [ada, ben] = two((page) => {
      const text = new Text();
      page.pubsub.subscribe<string>(async (message) => {
        text.value = `${message}…`;
        await page.sleep(10);
        text.value = message;
      });
      page.add(text);
    });
    ada.page.pubsub.sendOthers("hi");
    await ada.flush();
    expect(ben.tree()).toMatchObject({ controls: [{ value: "hi…" }] });
    await ada.advance(10);
    expect(ben.tree()).toMatchObject({ controls: [{ value: "hi" }] });
    expect(ada.tree()).toMatchObject({ controls: [{ $type: "Text" }] });
  });

  test("of endless replies between sessions leaves time for other work", async () => {
    const [ada, ben] = two();
    for (const { page } of [ada, ben]) page.pubsub.subscribe<number>((n) => page.pubsub.sendOthers(n + 1));
    ada.page.pubsub.sendOthers(0);
    const timer = vi.fn();
    setTimeout(timer, 1);
    await ada.flush();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(timer).toHaveBeenCalled();
    await Promise.all([ada.unmount(), ben.unmount()]);
  });
});

describe("errors", () => {
  test("of one receiver reach only its own session, not the sender or other receivers", async () => {
    const [ada, ben] = two();
    const log: unknown[] = [];
    ben.page.pubsub.subscribeTopic("t", () => {
      throw new Error("deaf");
    });
    ben.page.pubsub.subscribeTopic("t", async () => {
      throw new Error("deaf later");
    });
    ben.page.pubsub.subscribeTopic("t", (message) => void log.push(message));
    ada.page.pubsub.subscribeTopic("t", (message) => void log.push(message));
    ben.page.onError = ({ error, where }) => log.push([String(error), where]);
    ada.page.pubsub.sendAllOnTopic("t", 1);
    await ada.flush();
    await ben.flush();
    const where = { kind: "pubsub", name: "t", path: "Page" };
    expect(log).toHaveLength(4);
    expect(log).toEqual(expect.arrayContaining([1, 1, ["Error: deaf", where], ["Error: deaf later", where]]));
  });
});

describe("a message", () => {
  test("is a frozen copy of the data as it was when it was sent", async () => {
    const [ada, ben] = two();
    const received: { list: number[]; at: { x: number } }[] = [];
    ben.page.pubsub.subscribe<{ list: number[]; at: { x: number } }>((message) => void received.push(message));
    const message = { list: [1], at: { x: 1 } };
    ada.page.pubsub.sendAll(message);
    message.list.push(2);
    await ada.flush();
    expect(received).toEqual([{ list: [1], at: { x: 1 } }]);
    expect(() => received[0]?.list.push(3)).toThrow(TypeError);
    expect(Object.isFrozen(received[0]?.at)).toBe(true);
    expect(Object.isFrozen(message)).toBe(false);
  });

  test("that cannot be frozen is copied for each receiver", async () => {
    const [ada, ben] = two();
    const received: { at: Date; tags: Map<string, Set<number>>; bytes: Uint8Array }[] = [];
    for (const { page } of [ada, ben]) page.pubsub.subscribe((message) => void received.push(message as never));
    const message = { at: new Date(5), tags: new Map([["a", new Set([1])]]), bytes: new Uint8Array([7]) };
    ada.page.pubsub.sendAll(message);
    message.at.setTime(9);
    await ada.flush();
    received[0]?.at.setTime(6);
    received[0]?.tags.get("a")?.add(2);
    expect(received[1]).toEqual({ at: new Date(5), tags: new Map([["a", new Set([1])]]), bytes: new Uint8Array([7]) });
  });

  test("may refer to itself", async () => {
    const { page, flush } = mountOne();
    const received: { self?: unknown }[] = [];
    page.pubsub.subscribe<object>((message) => void received.push(message));
    const message: { self?: unknown } = {};
    message.self = message;
    page.pubsub.sendAll(message);
    await flush();
    expect(received[0]?.self).toBe(received[0]);
  });

  class Todo {}
  test.each<[string, unknown, string]>([
    ["a function", { run: () => {} }, "message.run is the function run"],
    ["a control", [new Text()], "message[0] is a Text"],
    ["an instance of a class", { items: [new Todo()] }, "message.items[0] is a Todo"],
    ["a symbol", Symbol("s"), "message is Symbol(s)"],
    ["a control in a map", new Map([["a", new Text()]]), "message.entry[1] is a Text"],
  ])("cannot contain %s: sending throws, and nothing is delivered", async (_, message, text) => {
    const { page, flush } = mountOne();
    const log: unknown[] = [];
    logMessages(page, log);
    const send = () => page.pubsub.sendAll(message);
    expect(send).toThrow(RunletError);
    expect(send).toThrow(`page.pubsub: ${text}, which cannot be sent to another session. Send plain data`);
    await flush();
    expect(log).toEqual([]);
  });
});

describe("messages()", () => {
  test("can be bound to a property, and ends with the control", async () => {
    const [ada, ben] = two((page) => {
      page.add(new Text({ value: page.pubsub.messages<string>("news") }));
    });
    ada.page.pubsub.sendAllOnTopic("news", "hello");
    await ada.flush();
    expect(ben.tree()).toMatchObject({ controls: [{ value: "hello" }] });
    ben.page.clean();
    await ben.flush();
    expect(ben.leaks().subscriptions).toBe(0);
  });

  test("completes with the session", async () => {
    const { page, h } = mountOne();
    const complete = vi.fn();
    page.pubsub.messages().subscribe({ complete });
    expect(h.leaks().subscriptions).toBe(1);
    await h.unmount();
    expect(complete).toHaveBeenCalledOnce();
  });
});

describe("the end of a session", () => {
  test("ends its subscriptions; onClose may still send to others, and no message reaches the session", async () => {
    const [ada, ben] = two();
    const log: unknown[] = [];
    logMessages(ada.page, log, "ada:");
    logMessages(ben.page, log, "ben:");
    expect(ben.leaks().subscriptions).toBe(1);
    ben.page.onClose = () => ben.page.pubsub.sendAll("bye");
    await ben.unmount();
    ada.page.pubsub.sendAll("still there?");
    await ada.flush();
    expect(log).toEqual(["ada:bye", "ada:still there?"]);
    expect(ben.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
  });

  test("makes subscribe() do nothing", async () => {
    const { page, h } = mountOne();
    await h.unmount();
    page.pubsub.unsubscribeAll();
    expect(page.pubsub.subscribe(() => {})).toBeInstanceOf(Subscription);
    expect(page.pubsub.subscribe(() => {}).closed).toBe(true);
    expect(h.leaks().subscriptions).toBe(0);
  });
});
