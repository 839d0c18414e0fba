import fc from "fast-check";
import { Button, Column, Control, type Page, Row, Text, TextField } from "runlet";
import { type Harness, mount, type NetworkOptions } from "runlet/testing";
import { expect, test } from "vitest";
import { sessionOf } from "../../src/controls/page/page-session.ts";
import { isSoak, recordMeasurement } from "../support/measurements.ts";

const RUNS = isSoak ? 10_000 : 500;

/** Counts the clicks that reached it, in order, and shows them. */
class Ledger extends Control {
  readonly ran: number[] = [];
  readonly list = new Column();
  readonly field = new TextField({ label: "Note" });
  readonly text = new Text({ value: "0" });
  readonly buttons = Array.from(
    { length: 3 },
    (_, n) => new Button({ content: String(n), onClick: () => this.#run(n) }),
  );
  override build() {
    this.field.onChange = ({ data }) => {
      if (data.length % 3 === 0) this.field.value = data.toUpperCase();
    };
    return new Row({ controls: [this.text, this.field, this.list, ...this.buttons] });
  }
  #run(n: number): void {
    this.ran.push(n);
    this.text.value = this.ran.join("");
    const { controls } = this.list;
    if (n === 0) controls.unshift(new Text({ value: `row ${this.ran.length}` }));
    else if (n === 1 && controls.length > 0) controls.splice(controls.length >> 1, 1);
    else controls.reverse();
  }
}

type Step =
  | { readonly do: "press"; readonly button: number }
  | { readonly do: "type"; readonly text: string }
  | { readonly do: "app"; readonly value: number }
  | { readonly do: "wait"; readonly ms: number }
  | { readonly do: "cut" };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant("press" as const), button: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("type" as const), text: fc.string({ maxLength: 6 }) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("app" as const), value: fc.nat(99) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("wait" as const), ms: fc.nat(800) }) },
  { weight: 1, arbitrary: fc.constant({ do: "cut" as const }) },
);

/** How often each event occurred. Runs in which nothing is ever lost would prove nothing. */
const seen = { presses: 0, cuts: 0, resumes: 0, snapshots: 0, sequences: 0 };

async function run(steps: readonly Step[], network: NetworkOptions, isTight: boolean): Promise<void> {
  const ledger = new Ledger();
  let resumes = 0;
  const h: Harness = mount(
    (page: Page) => {
      page.onConnect = () => void resumes++;
      page.add(ledger);
    },
    // A small limit for unacknowledged updates makes snapshots of the whole page frequent.
    { network, limits: isTight ? { unackedBytes: 90, snapshotsPerMinute: 10_000 } : {} },
  );
  const pressed: number[] = [];
  for (const each of steps) {
    if (each.do === "press") {
      pressed.push(each.button);
      const button = ledger.buttons[each.button] as Button;
      void h.fire(button, "click");
      await h.flush();
    } else if (each.do === "type") {
      void h.write(ledger.field, { value: each.text });
      void h.fire(ledger.field, "change", each.text);
      await h.flush();
    } else if (each.do === "app") {
      ledger.text.value = String(each.value);
      await h.flush();
    } else if (each.do === "cut") {
      seen.cuts++;
      h.network.cut();
    } else await h.advance(each.ms);
  }
  // A heartbeat notices each lost message, at the latest the second one after the loss.
  h.network.set({ loss: 0, duplicate: 0, reorder: 0, cut: 0 });
  await h.advance(120_000);
  expect(ledger.ran).toEqual(pressed);
  expect(h.documents()).toEqual(JSON.parse(JSON.stringify(sessionOf(h.page).documents())));
  expect(h.page.session.isConnected).toBe(true);
  seen.presses += pressed.length;
  seen.snapshots += h.takeOperations().filter(({ path }) => path === "").length - 1;
  seen.resumes += resumes;
  seen.sequences++;
  await h.unmount();
  expect(h.leaks()).toEqual({ controls: 0, subscriptions: 0, tasks: 0, timers: 0 });
}

test(`${RUNS} sequences over a connection that loses, duplicates and reorders: each command runs once and in order, and both sides agree`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 30, size: "max" }),
      fc.nat(),
      fc.boolean(),
      async (steps, seed, isTight) => {
        const network = { seed, delay: [5, 120], loss: 0.05, duplicate: 0.05, reorder: 0.05, cut: 0.01 } as const;
        await run(steps, network, isTight);
      },
    ),
    { numRuns: RUNS },
  );
  expect(seen.presses).toBeGreaterThan(RUNS);
  expect(seen.resumes).toBeGreaterThan(RUNS / 20);
  expect(seen.snapshots).toBeGreaterThan(RUNS / 50);
  recordMeasurement("lossy", seen);
}, 600_000);
