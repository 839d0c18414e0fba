import { expect, test } from "vitest";
import type { View } from "../../src/client/rendering/view.ts";
import { answer } from "../../src/client/screen/answer.ts";

const CALL = { call: 1, id: 2, method: "show" };

/** Returns a view whose renderer has the called method. */
function viewWith(show: () => unknown): View {
  return { renderer: { methods: { show } } } as unknown as View;
}

const UNREADABLE: { readonly [title: string]: () => unknown } = {
  "an Error": () => new Error("failed"),
  "an object without a prototype": () => Object.create(null),
  "an error whose message throws": () =>
    Object.defineProperty(new Error(), "message", { get: () => JSON.parse("no JSON") }),
  "a proxy that is revoked": () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
  "a symbol": () => Symbol("failed"),
  "a text of a megabyte": () => "x".repeat(2 ** 20),
};

test.each(Object.entries(UNREADABLE))("a method that throws %s is answered with a short text", async (_, make) => {
  const answered = await answer(
    CALL,
    viewWith(() => {
      throw make();
    }),
  );
  expect(answered).toEqual({ id: 2, result: 1, error: expect.any(String) });
  expect(JSON.stringify(answered).length).toBeLessThan(700);
});

test("a method is answered with its value, and nothing or null is no value", async () => {
  expect(
    await answer(
      CALL,
      viewWith(async () => ({ at: 3 })),
    ),
  ).toEqual({ id: 2, result: 1, value: { at: 3 } });
  for (const nothing of [undefined, null])
    expect(
      await answer(
        CALL,
        viewWith(() => nothing),
      ),
    ).toEqual({ id: 2, result: 1 });
});

test("what is no JSON, and a method that is not there, are answered with an error", async () => {
  const cycle: { self?: object } = {};
  cycle.self = cycle;
  for (const wrong of [cycle, 1n])
    expect(
      await answer(
        CALL,
        viewWith(() => wrong),
      ),
    ).toEqual({ id: 2, result: 1, error: expect.any(String) });
  expect(await answer(CALL, undefined)).toEqual({ id: 2, result: 1, error: "no method show()" });
});
