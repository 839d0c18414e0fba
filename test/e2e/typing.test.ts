import type { Locator } from "playwright-core";
import { TextField } from "runlet";
import { serve } from "runlet/server";
import { expect, onTestFinished, test } from "vitest";
import { FaultProxy } from "../support/fault-proxy.ts";
import { isSoak, recordMeasurement } from "../support/measurements.ts";
import { openBlank, pause, record, sessionsOf, silent, timed, until } from "./support/scene.ts";

const KEYS = isSoak ? 200 : 60;
const PER_SECOND = isSoak ? 12 : 30;
const LATENCY = 300;
const TEXT = "the quick brown fox jumps over the lazy dog, ".repeat(5).slice(0, KEYS);

/** Opens a field whose app capitalizes each change, over a connection that a test can delay and break. */
async function openField() {
  const field = new TextField({ label: "Name" });
  const received: string[] = [];
  field.onChange = ({ data }) => {
    received.push(data);
    field.value = data.toUpperCase();
  };
  const app = await serve((page) => page.add(field), { port: 0, log: silent });
  const proxy = await FaultProxy.start({ port: app.port });
  onTestFinished(async () => {
    await proxy.close();
    await app.close();
  });
  const { tab } = await openBlank();
  const recorded = record(tab);
  await tab.goto(`http://127.0.0.1:${proxy.port}/`);
  const input = tab.getByRole("textbox", { name: "Name" });
  await input.focus();
  return { ...recorded, field, heard: received, proxy, input };
}

async function caret(input: Locator): Promise<number | null> {
  return input.evaluate((element) => (element as HTMLInputElement).selectionStart);
}

test(`${KEYS} keys at ${PER_SECOND} a second all arrive over a connection with ${LATENCY} ms of latency each way`, async () => {
  const { field, input, proxy, heard: received } = await openField();
  proxy.delay = { up: LATENCY, down: LATENCY };
  const took = await timed(() => input.pressSequentially(TEXT, { delay: 1000 / PER_SECOND }));
  // The field always shows everything that was typed.
  expect((await input.inputValue()).toUpperCase()).toBe(TEXT.toUpperCase());
  const settled = await timed(() => until(async () => (await input.inputValue()) === TEXT.toUpperCase()));
  recordMeasurement("typing", {
    keys: KEYS,
    "a second": Math.round((KEYS / took) * 1000),
    "settled after ms": settled,
    changes: received.length,
  });
  expect([field.value, await caret(input)]).toEqual([TEXT.toUpperCase(), KEYS]);
  // The caret also keeps its position when typing in the middle of the text.
  await input.evaluate((element) => (element as HTMLInputElement).setSelectionRange(4, 9));
  await input.pressSequentially("slow", { delay: 1000 / PER_SECOND });
  const wanted = `${TEXT.slice(0, 4)}slow${TEXT.slice(9)}`.toUpperCase();
  await until(() => field.value === wanted);
  await until(async () => (await input.inputValue()) === wanted);
  expect(await caret(input)).toBe(8);
}, 120_000);

test("text typed while the connection breaks five times is not lost", async () => {
  const opened = await openField();
  const { field, input, proxy, heard: received } = opened;
  proxy.delay = { up: 40, down: 40 };
  const typing = input.pressSequentially(TEXT, { delay: 1000 / PER_SECOND });
  const share = (KEYS / PER_SECOND / 6) * 1000;
  let cuts = 0;
  while (cuts < 5) {
    await pause(share);
    const before = proxy.total;
    proxy.cutAll();
    await until(() => proxy.total > before);
    cuts++;
  }
  await typing;
  await until(async () => (await input.inputValue()) === TEXT.toUpperCase());
  await until(() => field.value === TEXT.toUpperCase());
  recordMeasurement("typing through cuts", { keys: KEYS, cuts, changes: received.length });
  expect(await caret(input)).toBe(KEYS);
  // Each change is longer than the one before: none arrived twice, and none out of order.
  expect(received.map(({ length }) => length)).toEqual(
    [...new Set(received.map(({ length }) => length))].sort((a, b) => a - b),
  );
  expect(new Set(sessionsOf(opened)).size).toBe(1);
}, 120_000);
