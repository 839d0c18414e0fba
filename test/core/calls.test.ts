import { Control, callClient, type Page, type RunletError } from "runlet";
import { method, spec } from "runlet/spec";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { numberType } from "../../src/core/declaration/types.ts";
import { connectInProcess, quietHost } from "../attacks/in-process-client.ts";
import { eventually } from "../support/patience.ts";

class Gauge extends Control {
  static override readonly spec: typeof Control.spec = spec<object>({
    type: "Gauge",
    parent: Control,
    properties: {},
    semantics: {},
    methods: {
      turn: method(numberType({ min: 0 })),
      read: method(undefined, numberType()),
    },
  });
  turn(degrees: number): Promise<void> {
    return callClient(this, "turn", degrees);
  }
  read(): Promise<number> {
    return callClient(this, "read");
  }
}

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => "fine",
    (error: RunletError) => error.code,
  );

test("a call is sent with the changes of its turn, even before its control is mounted, and resolves with the result", async () => {
  const gauge = new Gauge();
  const h = mount(() => {}, { answer: ({ method }) => (method === "read" ? 42 : undefined) });
  h.page.add(gauge);
  const turned = gauge.turn(90);
  const read = gauge.read();
  await h.flush();
  await turned;
  expect(await read).toBe(42);
  expect(h.takeCalls()).toEqual([
    { control: gauge, method: "turn", args: 90 },
    { control: gauge, method: "read", args: undefined },
  ]);
});

test("with autoUpdate off, a call is sent alone", async () => {
  const gauge = new Gauge();
  const h = mount(gauge);
  h.page.autoUpdate = false;
  h.takeOperations();
  gauge.opacity = 0.5;
  await Promise.all([gauge.turn(1), h.flush()]);
  expect([h.takeCalls().length, h.takeOperations()]).toEqual([1, []]);
});

test("arguments and results are checked", async () => {
  const gauge = new Gauge();
  const h = mount(gauge, { answer: () => "much" });
  await expect(gauge.turn(-1)).rejects.toThrow("Page > Gauge[0].turn(): the argument must be at least 0, not -1.");
  const read = code(gauge.read());
  await h.flush();
  expect(await read).toBe("call-failed");
  expect(await code(callClient(gauge, "sing"))).toBe("unknown-method");
});

test("a call settles when its control is removed, its client reconnects or its session ends", async () => {
  const [one, two] = [new Gauge(), new Gauge()];
  const h = mount((page) => page.add(one, two));
  const left = code(one.turn(1));
  h.page.remove(one);
  await h.flush();
  expect(await left).toBe("call-failed");
  h.disconnect();
  const away = code(two.turn(2));
  await h.flush();
  await h.reconnect();
  expect(await away).toBe("fine");
  const ended = code(two.turn(3));
  await h.unmount();
  expect(await ended).toBe("call-failed");
});

test("a result for a call that does not exist is rejected", async () => {
  const gauge = new Gauge();
  const h = mount(gauge);
  Reflect.get(h, "client").answer({ call: 7, id: gauge.id, method: "turn" });
  await expect(h.flush()).rejects.toThrow(
    `The client answered call 7 of control ${gauge.id}, which waits for no answer.`,
  );
});

test("a call without a result rejects when its control is removed, or its client asks for all documents", async () => {
  const [one, two] = [new Gauge(), new Gauge()];
  let page: Page | undefined;
  const client = connectInProcess(
    quietHost((shown) => {
      page = shown;
      shown.add(one, two);
    }),
  );
  const [first, second] = [code(one.turn(1)), code(two.turn(2))];
  const calls = () => client.received.flatMap((message) => (message.type === "update" ? (message.calls ?? []) : []));
  await eventually(() => expect(calls()).toHaveLength(2));
  page?.remove(one);
  expect(await first).toBe("call-failed");
  client.send({ type: "resend", seq: 0 });
  expect(await second).toBe("call-failed");
});

test("a thousand calls may wait for an answer, and each answer allows another one", async () => {
  const gauge = new Gauge();
  const client = connectInProcess(quietHost((page) => page.add(gauge)));
  const outcomes: string[] = [];
  const turn = () => void code(gauge.turn(1)).then((outcome) => outcomes.push(outcome));
  for (let at = 0; at < 1003; at++) turn();
  await eventually(() => expect(outcomes).toEqual(["busy", "busy", "busy"]));
  for (const result of [1, 700]) client.commands({ id: gauge.id, result });
  await eventually(() => expect(outcomes.slice(3)).toEqual(["fine", "fine"]));
  for (let at = 0; at < 3; at++) turn();
  await eventually(() => expect(outcomes.slice(5)).toEqual(["busy"]));
});

test.each([new Error("no"), "no", undefined, null, Object.create(null) as object, Symbol("no")])(
  "a check of an answer that throws %o fails the call with that very value, and the client stays",
  async (thrown) => {
    class Odd extends Control {
      static override readonly spec: typeof Control.spec = spec<object>({
        type: "Odd",
        parent: Control,
        properties: {},
        semantics: {},
        methods: {
          read: method(undefined, {
            name: "Odd",
            expects: () => "anything",
            example: () => 1,
            check(): undefined {
              throw thrown;
            },
          }),
        },
      });
    }
    const odd = new Odd();
    const client = connectInProcess(quietHost((page) => page.add(odd)));
    const outcomes: unknown[] = [];
    const read = (name: string) =>
      callClient(odd, "read").then(
        () => outcomes.push(`${name} answered`),
        (error: unknown) => outcomes.push(error),
      );
    void read("one");
    void read("two");
    const callsIn = (message: object) => (message as { readonly calls?: readonly unknown[] }).calls ?? [];
    await eventually(() => expect(client.received.flatMap(callsIn)).toHaveLength(2));
    for (const result of [1, 2]) client.commands({ id: odd.id, result, value: 7 });
    await eventually(() => expect(outcomes).toHaveLength(2));
    for (const outcome of outcomes) expect(outcome).toBe(thrown);
    expect(client.end()).toBeUndefined();
  },
);
