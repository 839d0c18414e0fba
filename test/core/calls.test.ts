import { Control, callClient, method, type Page, type RunletError, spec } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { numberType } from "../../src/core/types.ts";
import { connectInProcess, quietHost } from "../attacks/in-process-client.ts";
import { eventually } from "../support/patience.ts";

class Gauge extends Control {
  static override readonly spec: typeof Control.spec = spec<object>(
    "Gauge",
    Control,
    {},
    {},
    {
      turn: method(numberType({ min: 0 })),
      read: method(undefined, numberType()),
    },
  );
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

test("a call goes with the changes of its turn, even before its control is on the page, and brings the answer", async () => {
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

test("with autoUpdate off, a call goes alone", async () => {
  const gauge = new Gauge();
  const h = mount(gauge);
  h.page.autoUpdate = false;
  h.takeOperations();
  gauge.opacity = 0.5;
  await Promise.all([gauge.turn(1), h.flush()]);
  expect([h.takeCalls().length, h.takeOperations()]).toEqual([1, []]);
});

test("what it is given and what it answers are checked", async () => {
  const gauge = new Gauge();
  const h = mount(gauge, { answer: () => "much" });
  await expect(gauge.turn(-1)).rejects.toThrow("Page > Gauge[0].turn(): the argument must be at least 0, not -1.");
  const read = code(gauge.read());
  await h.flush();
  expect(await read).toBe("call-failed");
  expect(await code(callClient(gauge, "sing"))).toBe("unknown-method");
});

test("a control that leaves, a session that ends and a client that begins anew leave nobody waiting", async () => {
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

test("an answer that nobody waits for is refused", async () => {
  const gauge = new Gauge();
  const h = mount(gauge);
  Reflect.get(h, "client").answer({ call: 7, id: gauge.id, method: "turn" });
  await expect(h.flush()).rejects.toThrow(
    `The client answered call 7 of control ${gauge.id}, which waits for no answer.`,
  );
});

test("a client that does not answer: the call fails when its control leaves, or the client begins anew", async () => {
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
