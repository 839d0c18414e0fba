import { serve } from "runlet/server";
import { FaultProxy } from "../../support/fault-proxy.ts";
import { eventually } from "../../support/patience.ts";
import { seeded } from "../../support/random.ts";
import { FuzzApp } from "./app.ts";
import { expectedIn, orderProblems, pairProblems, shownIn } from "./checks.ts";
import { act, type Hands } from "./hands.ts";

/** Number of actions after which everything is compared. */
const ROUND = 10;
/** Milliseconds in which both sides must agree, on a busy machine. */
const PATIENCE = 5000;
/** Milliseconds that a delayed line takes each way: 300 for an answer. */
const DELAY = 150;
/** Refusals that a person causes who acts on what the app has changed meanwhile. */
const EXPECTED =
  /control-hidden|control-disabled|not-mounted|must be the value of an option|must name segments|is read-only|not-listening/;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Opens the app at a URL. `problems` collects what the console says. */
export type OpenHands = (url: string, problems: string[]) => Promise<Hands>;

/** Runs a number of random actions with a seed. Throws with the last actions if something is wrong. */
export async function fuzz(seed: number, steps: number, open: OpenHands): Promise<void> {
  const random = seeded(seed);
  const app = new FuzzApp();
  const warnings: string[] = [];
  const problems: string[] = [];
  const note = (line: string): void => void (EXPECTED.test(line) || warnings.push(line));
  const log = { info() {}, warn: note, error: note };
  const running = await serve(app.main, { port: 0, log });
  const proxy = await FaultProxy.start({ port: running.port });
  const done: string[] = [];
  const check = (found: readonly string[]): void => {
    if (found.length === 0) return;
    throw new Error(`seed ${seed}: ${found.join("\n")}\nafter\n${done.slice(-25).join("\n")}`);
  };
  try {
    const hands = await open(`http://127.0.0.1:${proxy.port}/`, problems);
    let title = 0;
    /** Waits until the page shows what the app did before. */
    const synchronize = async (): Promise<void> => {
      const name = `settled ${++title}`;
      app.page.title = name;
      app.page.update();
      await eventually(async () => {
        if (!(await hands.evaluate((wanted) => document.title === wanted, name))) throw new Error("not settled");
      });
    };
    const differences = async (): Promise<string[]> => {
      const expected = expectedIn(app);
      const shown = await hands.evaluate(shownIn, Object.keys(expected).map(Number));
      return Object.entries(expected).flatMap(([id, value]) =>
        shown[id] === value ? [] : [`control ${id} shows ${shown[id]}, and its value is ${value}`],
      );
    };
    const compare = async (): Promise<void> => {
      await synchronize();
      // What the person did last may be on its way, and the answer to it.
      const end = performance.now() + PATIENCE;
      let found = await differences();
      for (; found.length > 0 && performance.now() < end; found = await differences()) await pause(20);
      check([
        ...found,
        ...pairProblems(app.heard),
        ...orderProblems(app.heard),
        ...app.wrong,
        ...warnings,
        ...problems,
      ]);
    };
    const isOnBody = () => hands.evaluate(() => document.activeElement === document.body, undefined);
    for (let step = 0; step < steps; step++) {
      if (step % (2 * ROUND) === 0) {
        const isSlow = random() < 0.5;
        proxy.delay = isSlow ? { up: DELAY, down: DELAY } : {};
        done.push(`-- ${isSlow ? "a slow line" : "a quick line"}`);
      }
      const meanwhile = (): void => void (random() < 0.35 && done.push(`   app: ${app.change(random)}`));
      done.push(await act(hands, random, meanwhile));
      if (step % ROUND !== ROUND - 1) continue;
      await compare();
      // A click on nothing, and Tab at the end of the page, may leave the focus on the body.
      if (await isOnBody()) continue;
      for (let change = 0; change < 3; change++) {
        done.push(`   app: ${app.change(random)}`);
        await synchronize();
        const end = performance.now() + PATIENCE;
        let isLost = await isOnBody();
        for (; isLost && performance.now() < end; isLost = await isOnBody()) await pause(20);
        if (isLost) check(["the focus is on the body after a change by the app"]);
      }
    }
    await compare();
    // At the end everything goes, so that everything must have ended.
    app.page.controls.splice(0);
    app.page.update();
    await synchronize();
    const ends = app.heard.map(({ name, data }) => (name === "hover" ? `hover ${data}` : name));
    const count = (name: string): number => ends.filter((end) => end === name).length;
    for (const [begin, end] of [
      ["focus", "blur"],
      ["hover true", "hover false"],
      ["enter", "exit"],
      ["changeStart", "changeEnd"],
      ["panStart", "panEnd"],
    ] as const)
      if (count(begin) !== count(end)) check([`${count(begin)} times ${begin}, and ${count(end)} times ${end}`]);
    check([...warnings, ...problems]);
  } finally {
    await proxy.close();
    await running.close();
  }
}
