import { type Page, RunletError, Text } from "runlet";
import { createApp } from "runlet/server";
import { type Harness, mount } from "runlet/testing";
import { memoryTransport } from "runlet/transport";
import { Subscription } from "rxjs";
import { describe, expect, test, vi } from "vitest";
import { eventually } from "../support/patience.ts";

/** Two people in one app that says nothing by itself. */
function two(main: (page: Page) => void = () => {}): [Harness, Harness] {
  const ada = mount(main);
  return [ada, ada.join()];
}

/** Collects what a page hears, with who it is. */
function hear(page: Page, log: unknown[], who = ""): void {
  page.pubsub.subscribe((message) => void log.push(`${who}${message}`));
}

describe("who hears a message", () => {
  test("sendAll reaches every session that subscribed, the sender too; sendOthers all but the sender", async () => {
    const [ada, ben] = two();
    const log: unknown[] = [];
    hear(ada.page, log, "ada:");
    hear(ben.page, log, "ben:");
    ada.join();
    ada.page.pubsub.sendAll("a");
    ada.page.pubsub.sendOthers("b");
    await ada.flush();
    expect(log).toEqual(["ada:a", "ben:a", "ben:b"]);
  });

  test("a topic is heard by who subscribed to it, with its name; what has no topic is not", async () => {
    const [ada, ben] = two();
    const log: unknown[] = [];
    ben.page.pubsub.subscribeTopic("news", (message, topic) => void log.push([message, topic]));
    ada.page.pubsub.subscribeTopic("news", (message) => void log.push(message));
    hear(ben.page, log);
    ada.page.pubsub.sendAllOnTopic("news", 1);
    ada.page.pubsub.sendOthersOnTopic("news", 2);
    ada.page.pubsub.sendAllOnTopic("sport", 3);
    await ada.flush();
    expect(log).toEqual([[1, "news"], [2, "news"], 1]);
  });

  test("several handlers of one session all hear; one that ended, or came later, does not", async () => {
    const { page, flush } = mountOne();
    const log: unknown[] = [];
    hear(page, log, "first:");
    page.pubsub.subscribe(() => void log.push("never")).unsubscribe();
    hear(page, log, "second:");
    page.pubsub.sendAll(1);
    hear(page, log, "late:");
    await flush();
    expect(log).toEqual(["first:1", "second:1"]);
  });

  test("ended between sending and hearing, a handler is not called", async () => {
    const { page, flush } = mountOne();
    const log: unknown[] = [];
    hear(page, log);
    page.pubsub.sendAll(1);
    page.pubsub.unsubscribeAll();
    await flush();
    expect(log).toEqual([]);
    hear(page, log);
    page.pubsub.sendAll(2);
    await flush();
    expect(log).toEqual(["2"]);
  });

  test("sessions of one createApp() hear each other, those of another app do not", async () => {
    const log: string[] = [];
    const main = (page: Page) => hear(page, log);
    const apps = [createApp(main), createApp(main)];
    const sessions = [0, 0, 1].map((app) => {
      const { server, client } = memoryTransport();
      const session = apps[app]?.connect(server);
      client.send({ type: "hello", protocol: 1 });
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

describe("when", () => {
  test("a receiver is called after the sender's turn, in the order of sending, whatever the topics", async () => {
    const { page, flush } = mountOne();
    const log: unknown[] = [];
    hear(page, log);
    page.pubsub.subscribeTopic("t", (message) => void log.push(message));
    for (let n = 0; n < 100; n++) {
      if (n % 3 === 0) page.pubsub.sendAllOnTopic("t", `${n}`);
      else page.pubsub.sendAll(n);
    }
    expect(log).toEqual([]);
    await flush();
    expect(log).toEqual(Array.from({ length: 100 }, (_, n) => `${n}`));
  });

  test("what a handler changes is sent at its end, and again when its promise settles", async () => {
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

  test("sessions that answer each other for ever leave room for everything else", async () => {
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
  test("of one receiver reach neither the sender nor another receiver, and are its own session's", async () => {
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

describe("what is sent", () => {
  test("is as it was when it was sent, frozen, and no object of the sender's", async () => {
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

  test("and cannot be frozen is copied for each receiver", async () => {
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
  ])("cannot be %s: the sender is told, and nobody hears", async (_, message, text) => {
    const { page, flush } = mountOne();
    const log: unknown[] = [];
    hear(page, log);
    const send = () => page.pubsub.sendAll(message);
    expect(send).toThrow(RunletError);
    expect(send).toThrow(`page.pubsub: ${text}, which cannot be sent to another session. Send plain data`);
    await flush();
    expect(log).toEqual([]);
  });
});

describe("messages()", () => {
  test("feeds a property, and ends with the control", async () => {
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
  test("ends its subscriptions; others may be told in onClose, and nothing reaches it any more", async () => {
    const [ada, ben] = two();
    const log: unknown[] = [];
    hear(ada.page, log, "ada:");
    hear(ben.page, log, "ben:");
    expect(ben.leaks().subscriptions).toBe(1);
    ben.page.onClose = () => ben.page.pubsub.sendAll("bye");
    await ben.unmount();
    ada.page.pubsub.sendAll("still there?");
    await ada.flush();
    expect(log).toEqual(["ada:bye", "ada:still there?"]);
    expect(ben.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
  });

  test("after it, subscribing is nothing", async () => {
    const { page, h } = mountOne();
    await h.unmount();
    page.pubsub.unsubscribeAll();
    expect(page.pubsub.subscribe(() => {})).toBeInstanceOf(Subscription);
    expect(page.pubsub.subscribe(() => {}).closed).toBe(true);
    expect(h.leaks().subscriptions).toBe(0);
  });
});
