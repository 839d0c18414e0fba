import { Button, Column, Control, callClient, each, Page, type RunletError, state, Text } from "runlet";
import { method, type Spec, spec, type Type, value } from "runlet/spec";
import { CloseCode, memoryTransport } from "runlet/transport";
import { BehaviorSubject } from "rxjs";
import { describe, expect, test } from "vitest";
import { quote } from "../../../src/core/declaration/errors.ts";
import { messageOf } from "../../../src/core/reactive/thrown.ts";
import { SessionHost } from "../../../src/core/session/host.ts";
import { Authentication } from "../../../src/server/authentication.ts";
import { resolveOptions } from "../../../src/server/options.ts";
import { connectInProcess, event, quietHost } from "../../attacks/in-process-client.ts";
import type { Scene } from "./places.ts";
import { type Log, Trial } from "./trial.ts";
import { VALUES } from "./values.ts";

const QUIET: Log = { info() {}, warn() {}, error() {} };
const limits = { commandBurst: 1e6, commandsPerSecond: 1e6, messagesPerSecond: 1e6 };

/** A type of an app that accepts everything. */
const anyType: Type<unknown> = { name: "any", check: () => undefined };

interface LooseProps {
  key?: string;
  any?: unknown;
  encoded?: unknown;
}

let encode: (given: unknown) => unknown = (given) => given;

/** A control whose declaration accepts values that cannot be sent. */
class Loose extends Control {
  static override readonly spec: Spec<object> = spec<{ any?: unknown; encoded?: unknown }>({
    type: "Loose",
    parent: Control,
    properties: {
      any: value<unknown, null>(anyType, null),
      encoded: value<unknown, null>({ ...anyType, encode: (given) => encode(given) }, null),
    } as never,
    methods: { show: method(anyType, anyType) },
  });
  declare any: unknown;
  declare encoded: unknown;

  constructor(props: LooseProps = {}) {
    super(props as object);
  }
}

/**
 * Runs code with each value in a session of its own. The session must live on, with one report at most by default, or
 * with exactly the errors in `reported`. `fail` of the scene throws undefined.
 */
async function withEach(use: (scene: Scene, given: unknown) => unknown, most = 1, reported?: unknown): Promise<void> {
  for (const [title, make] of Object.entries(VALUES)) {
    const trial = new Trial({ limits, log: QUIET, isDevelopment: true }, true);
    const given = make();
    await trial.throwAt((scene) => use(scene, given), undefined);
    if (reported !== undefined) expect([title, trial.seen]).toEqual([title, reported]);
    expect([title, trial.seen.length <= most, trial.problems()]).toEqual([title, true, []]);
    await trial.close();
  }
}

describe("an odd value ends nothing, and is reported once at most", () => {
  test("when a handler returns it", () =>
    withEach(({ page, flush, send }, given) => {
      const button = new Button({ content: "x", onClick: () => given as undefined });
      page.add(button);
      flush();
      send({ id: button.id, event: "click" });
    }));

  test("when an async handler, a task and a callback of pub/sub return it", () =>
    withEach(({ page, flush, send }, given) => {
      const button = new Button({ content: "x", onClick: async () => given as undefined });
      page.add(button);
      flush();
      send({ id: button.id, event: "click" });
      page.runTask(async () => given).catch(() => {});
      page.pubsub.subscribe(() => given as undefined);
      page.pubsub.sendAll(1);
      // An object whose `then` throws is reported for each of the three.
    }, 3));

  test("when a hook returns it", () =>
    withEach(({ page, flush }, given) => {
      class Hooked extends Column {
        override build(): undefined {
          return given as undefined;
        }
        override didMount(): undefined {
          return given as undefined;
        }
        override isIsolated(): boolean {
          return given as boolean;
        }
      }
      const hooked = new Hooked();
      page.add(hooked);
      flush();
      hooked.controls.push(new Text());
      flush();
    }, 3));

  test("when a didCatch or page.onError returns it", () =>
    withEach(({ page, flush }, given) => {
      class Guard extends Column {
        override didCatch(): boolean {
          return given as boolean;
        }
        override didMount(): void {
          throw new Error("first");
        }
      }
      const before = page.onError;
      page.onError = (error) => {
        before?.(error);
        return given;
      };
      page.add(new Guard());
      flush();
    }, 2));

  test("when a stream emits it", () =>
    withEach(({ page, flush }, given) => {
      page.add(new Text({ size: new BehaviorSubject(given as number) }));
      flush();
    }));

  test("when a stream of children emits it", () =>
    withEach(({ page, flush }, given) => {
      page.add(new Column({ controls: new BehaviorSubject(given as Control[]) }));
      flush();
    }));

  test("when each() gets it for a key", () =>
    withEach(({ page, flush }, given) => {
      page.add(
        new Column({
          controls: each(
            state([1]),
            () => given as string,
            () => new Text(),
          ),
        }),
      );
      flush();
    }));

  test("when each() gets it for a control", () =>
    withEach(({ page, flush }, given) => {
      page.add(
        new Column({
          controls: each(
            state([1]),
            (item) => item,
            () => given as Text,
          ),
        }),
      );
      flush();
    }));

  test("when it is the key of a control that fails", () =>
    withEach(
      ({ page, flush, fail }, given) => {
        class Failing extends Text {
          override didMount(): void {
            fail();
          }
        }
        const failing = new Failing();
        failing.key = given as string;
        page.add(failing);
        flush();
      },
      1,
      [undefined],
    ));

  test("when it is in a state", () =>
    withEach(({ page, flush, send }, given) => {
      const held = state<unknown>(null);
      const button = new Button({
        content: "x",
        onClick() {
          held.set({ given });
          held.update((draft) => ({ draft }) as never);
        },
      });
      page.add(button);
      flush();
      send({ id: button.id, event: "click" });
    }));

  test("when the app sends it to other sessions", () =>
    withEach(({ page, flush, send }, given) => {
      page.pubsub.subscribe(() => {});
      const button = new Button({ content: "x", onClick: () => page.pubsub.sendAll({ given }) });
      page.add(button);
      flush();
      send({ id: button.id, event: "click" });
    }));
});

describe("a value that cannot be sent", () => {
  const uses: { readonly [title: string]: (loose: Loose, given: unknown) => void } = {
    "is set": (loose, given) => {
      loose.any = given;
    },
    "is a part of what is set": (loose, given) => {
      loose.any = { list: [given] };
    },
    "is what a type encodes": (loose, given) => {
      encode = () => given;
      loose.encoded = 1;
    },
    "is emitted": (loose, given) => loose.bind("any" as never, new BehaviorSubject(given) as never),
    "is thrown by a type that encodes": (loose, given) => {
      encode = () => {
        throw given;
      };
      loose.encoded = 1;
    },
  };

  test.each(Object.entries(uses))("%s: the property is reset, and all other changes arrive", async (_, use) => {
    await withEach(({ page, flush, send }, given) => {
      encode = (same) => same;
      const loose = new Loose();
      const [before, after] = [new Text({ value: "old" }), new Text({ value: "old" })];
      const button = new Button({
        content: "x",
        onClick() {
          before.value = "new";
          after.value = "new";
          use(loose, given);
          page.add(new Text({ value: "added" }));
        },
      });
      page.add(before, loose, after, button);
      flush();
      send({ id: button.id, event: "click" });
    });
  });

  test("is reported with its control, and the client gets everything else", async () => {
    const errors: unknown[] = [];
    let screen: { loose: Loose; text: Text } | undefined;
    const host = quietHost(
      (page) => {
        screen = { loose: new Loose({ key: "loose" }), text: new Text({ value: "old" }) };
        page.add(screen.loose, screen.text);
      },
      { onUnhandled: (error) => errors.push(error) },
    );
    const client = connectInProcess(host);
    const { loose, text } = screen as unknown as { loose: Loose; text: Text };
    for (const bad of [1n, { x: [1n] }]) {
      client.send({ type: "ack", seq: client.seq });
      loose.any = bad;
      text.value = `new ${typeof bad}`;
      host.sessions[0]?.flush();
      expect((errors.splice(0) as RunletError[]).map(({ code, message }) => [code, message.split(":")[0]])).toEqual([
        ["not-sendable", expect.stringContaining("Page > Loose#loose[0].any was set to ")],
      ]);
      expect([loose.any, JSON.stringify(client.received.at(-1))]).toEqual([null, expect.stringContaining(text.value)]);
      expect(client.end()).toBeUndefined();
    }
    loose.any = { fine: 1 };
    host.sessions[0]?.flush();
    expect(JSON.stringify(client.received.at(-1))).toContain('"fine":1');
  });

  test("any more does not stop a client that comes back", async () => {
    let shown: Page | undefined;
    const host = quietHost((page) => void (shown = page));
    const client = connectInProcess(host);
    const { proxy, revoke } = Proxy.revocable({ fine: 1 }, {});
    const text = new Text();
    (shown as Page).add(new Loose({ any: proxy }), text);
    host.sessions[0]?.flush();
    expect(JSON.stringify(client.received.at(-1))).toContain('"fine":1');
    revoke();
    text.value = "new";
    host.sessions[0]?.flush();
    const { session, secret } = client.welcome;
    await client.cut();
    const again = connectInProcess(host, { resume: { session, secret, seq: 1, cmd: 0 } });
    expect([again.end(), JSON.stringify(again.received)]).toEqual([undefined, expect.stringContaining('"new"')]);
  });

  test("as the argument of a method rejects the call", async () => {
    await withEach(async ({ page, flush }, given) => {
      const loose = new Loose();
      page.add(loose);
      flush();
      const outcome = await Promise.race([
        callClient(loose, "show", given).catch(({ code }: RunletError) => code),
        new Promise((resolve) => setTimeout(resolve, 1, "sent")),
      ]);
      expect([undefined, "sent", "not-sendable", 1]).toContain(outcome);
    });
  });
});

describe("a client's answer to a call", () => {
  const answers: readonly object[] = [
    { error: "x".repeat(60_000) },
    { error: { toString: 1 } },
    { error: {} },
    { error: [[[]], {}] },
    { error: null },
    { error: 7 },
    { error: true },
    { error: { message: "nested", stack: "s" } },
    { error: "", value: 1 },
    { error: "\u0000\n\u2028" },
    { value: { catch: 1 } },
    { value: null },
  ];

  test.each(answers.map((answer) => [JSON.stringify(answer).slice(0, 40), answer]))("%s", async (_, answer) => {
    let loose: Loose | undefined;
    const host = quietHost((page) => void page.add((loose = new Loose())));
    const client = connectInProcess(host);
    const outcome = callClient(loose as Loose, "show").then(
      () => "answered",
      ({ code, message }: RunletError) => [code, message.length < 800],
    );
    host.sessions[0]?.flush();
    client.commands({ id: (loose as Loose).id, result: 1, ...answer });
    expect(await outcome).toEqual("error" in answer ? ["call-failed", true] : "answered");
    expect(client.end()).toBeUndefined();
  });
});

describe("a callback of the host that throws ends nothing", () => {
  const fail = (given: unknown) => (): never => {
    throw given;
  };

  test("disposeRoot and ended", () => {
    for (const [title, make] of Object.entries(VALUES)) {
      const given = make();
      const seen: unknown[] = [];
      const host = new SessionHost<Page>(
        {
          root: (session) => new Page(session as never),
          main: (page) => void (page.onError = ({ error }) => seen.push(error)),
          errorHandler: (page) => (error, where) => page.onError?.({ error, where }),
          disposeRoot: fail(given),
        },
        { log: QUIET, ended: fail(given) },
      );
      const { server, client } = memoryTransport();
      const closed: number[] = [];
      const session = host.connect({ ...server, close: (code = 1000) => void closed.push(code) });
      client.send({ type: "hello", protocol: 2 } as never);
      session.close();
      expect([title, seen.map((error) => Object.is(error, given)), closed.length]).toEqual([title, [true], 1]);
      expect(host.sessions).toEqual([]);
    }
  });

  test("onRefused and onUnhandled", () => {
    for (const [title, make] of Object.entries(VALUES)) {
      const lines: unknown[] = [];
      const log = { ...QUIET, error: (...what: unknown[]) => void lines.push(what[0]) };
      let button: Button | undefined;
      const main = (page: Page) => void page.add((button = new Button({ content: "x", onClick: fail("first") })));
      const host = quietHost(main, { log, onRefused: fail(make()), onUnhandled: fail(make()) });
      const client = connectInProcess(host);
      client.commands(event(button as Button, "click"));
      client.commands({ id: 99, event: "click" });
      expect([title, client.end()]).toEqual([title, undefined]);
      // The error and the failure of onUnhandled, for the handler and for onRefused.
      expect([title, lines.length]).toEqual([title, 4]);
      const stranger = connectInProcess(host, { protocol: 1 });
      expect([title, stranger.end()?.code]).toEqual([title, CloseCode.version]);
    }
  });

  test("page.onError", async () => {
    for (const [title, make] of Object.entries(VALUES)) {
      const seen: unknown[] = [];
      const given = make();
      const main = (page: Page): never => {
        page.onError = fail(given);
        throw new Error("first");
      };
      const host = quietHost(main, { onUnhandled: (error) => seen.push(error) });
      expect([title, connectInProcess(host).end()]).toEqual([title, undefined]);
      expect([title, seen.length, Object.is(seen[1], given)]).toEqual([title, 2, true]);
    }
  });

  test("authenticate", async () => {
    for (const [title, make] of Object.entries(VALUES)) {
      let lines = 0;
      const log = { ...QUIET, error: () => void lines++ };
      const request = { headers: { host: "localhost" }, url: "/" } as never;
      const address = { scheme: "http:", host: "localhost", address: "127.0.0.1" } as never;
      for (const authenticate of [fail(make()), async () => fail(make())()]) {
        const options = resolveOptions({ authenticate, log }, {});
        expect([title, await new Authentication(options).check(request, address)]).toEqual([title, "refused"]);
      }
      expect([title, lines]).toEqual([title, 2]);
    }
  });
});

test.each(Object.entries(VALUES))("%s has a short text", (_, make) => {
  const thrown = make();
  expect(messageOf(thrown).length).toBeLessThan(2100);
  expect(quote(thrown).length).toBeLessThan(200);
  expect(quote({ [messageOf(thrown).slice(0, 10)]: thrown })).toMatch(/^\{ /);
});

test("a state may contain itself", () => {
  const cycle: { self?: object; at: number } = { at: 1 };
  cycle.self = cycle;
  const held = state(cycle);
  expect([held.value, Object.isFrozen(held.value)]).toEqual([cycle, true]);
});
