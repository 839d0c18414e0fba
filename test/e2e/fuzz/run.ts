import { serve } from "runlet/server";
import { FaultProxy } from "../../support/fault-proxy.ts";
import { eventually } from "../../support/patience.ts";
import { seeded } from "../../support/random.ts";
import { FuzzApp } from "./app.ts";
import { expectedIn, orderProblems, pairProblems, shownIn } from "./checks.ts";
import { act, type Hands } from "./hands.ts";

/** Number of actions after which everything is compared. */
const ROUND = 10;
/** Milliseconds that a delayed line takes each way: 300 for an answer. */
const DELAY = 150;
/** Refusals that a person causes who acts on what the app has changed meanwhile. */
const EXPECTED =
  /control-hidden|control-disabled|not-mounted|must be the value of an option|must name segments|is read-only|not-listening/;

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
    let hadFocus = false;
    let title = 0;
    const settle = async (): Promise<void> => {
      for (let round = 0; round < 2; round++) {
        const name = `settled ${++title}`;
        app.page.title = name;
        app.page.update();
        await eventually(async () => {
          if (!(await hands.evaluate((wanted) => document.title === wanted, name))) throw new Error("not settled");
        });
        // A write without a listener waits for 200 ms.
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    };
    const compare = async (): Promise<void> => {
      const expected = expectedIn(app);
      const shown = await hands.evaluate(shownIn, Object.keys(expected).map(Number));
      check(
        Object.entries(expected).flatMap(([id, value]) =>
          shown[id] === value ? [] : [`control ${id} shows ${shown[id]}, and its value is ${value}`],
        ),
      );
      check([...pairProblems(app.heard), ...orderProblems(app.heard), ...app.wrong, ...warnings, ...problems]);
    };
    for (let step = 0; step < steps; step++) {
      if (step % (2 * ROUND) === 0) {
        const isSlow = random() < 0.5;
        proxy.delay = isSlow ? { up: DELAY, down: DELAY } : {};
        done.push(`-- ${isSlow ? "a slow line" : "a quick line"}`);
      }
      const meanwhile = (): void => void (random() < 0.35 && done.push(`   app: ${app.change(random)}`));
      const what = await act(hands, random, meanwhile);
      done.push(what);
      if (step % ROUND !== ROUND - 1) continue;
      await settle();
      await compare();
      // A click beside everything, and Tab at the end of the page, may leave the focus on the body.
      const isOnBody = await hands.evaluate(() => document.activeElement === document.body, undefined);
      hadFocus = !isOnBody;
      if (!hadFocus) continue;
      done.push(`   app: ${app.change(random)}`);
      await settle();
      const isLost = await hands.evaluate(() => document.activeElement === document.body, undefined);
      if (isLost) check(["the focus is on the body after a change by the app"]);
      await compare();
    }
    // At the end everything goes, so that everything must have ended.
    app.page.controls.splice(0);
    app.page.update();
    await settle();
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
