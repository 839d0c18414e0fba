import { afterAll, beforeAll, expect, test } from "vitest";
import { loadControls } from "../../scripts/controls.ts";
import { isSoak, recordMeasurement } from "../support/measurements.ts";
import { faults } from "./reload/faults.ts";
import { generate } from "./reload/generate.ts";
import { loadMakers } from "./reload/makers.ts";
import { type Program, printProgram } from "./reload/program.ts";
import { record } from "./reload/recording.ts";
import { shrink } from "./reload/shrink.ts";
import { type CompareOptions, ReloadStage } from "./reload/stage.ts";

/** Seed of the first random program. */
const FIRST = Number(process.env.RUNLET_SEED ?? 0);
/** Random programs. */
const COUNT = isSoak ? 2000 : 18;
/** Of so many programs, one is followed by a reload of the page itself, and by a comparison of pictures. */
const RELOADED = isSoak ? 4 : 9;
/** Tabs in which programs run at the same time: they mostly wait for the next frame. */
const TABS = 3;
const TIME_LIMIT = 3_600_000;

const makers = await loadMakers();
const stages: ReloadStage[] = [];
/** Types of the controls that took part. */
const tried = new Set<string>();

beforeAll(async () => {
  stages.push(...(await Promise.all(Array.from({ length: TABS }, () => ReloadStage.open()))));
});

afterAll(() => Promise.all(stages.map((stage) => stage.close())));

/** Calls a function for each item, in several tabs at the same time. Rejects with the first error. */
async function inTabs<T>(items: readonly T[], run: (item: T, stage: ReloadStage) => Promise<void>): Promise<void> {
  const left = [...items];
  const work = async (stage: ReloadStage) => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await run(item, stage);
  };
  await Promise.all(stages.map(work));
}

/** Throws an error with the smallest program that is shown differently after a reload. */
async function explain(program: Program, stage: ReloadStage, options: CompareOptions): Promise<never> {
  const differencesOf = async (one: Program) => stage.differences(await record(one, makers), options);
  const smallest = await shrink(program, async (next) => (await differencesOf(next)).length > 0);
  const lines = await differencesOf(smallest);
  throw new Error(
    `live (-) and after a reload (+) it is not the same:\n${printProgram(smallest)}\n${lines.join("\n")}`,
  );
}

test("after these changes, a page is as after a reload", { timeout: TIME_LIMIT }, async () => {
  const failed: string[] = [];
  await inTabs(Object.entries(faults), async ([name, program], stage) => {
    const differences = await stage.differences(await record(program, makers));
    if (differences.length > 0) failed.push(name, ...differences);
  });
  expect(failed).toEqual([]);
});

test("after random changes, a page is as after a reload", { timeout: TIME_LIMIT }, async () => {
  const seeds = Array.from({ length: COUNT }, (_, index) => FIRST + index);
  await inTabs(seeds, async (seed, stage) => {
    const { program, recording } = await generate(seed, makers);
    for (const type of recording.types) tried.add(type);
    const isReloaded = seed % RELOADED === 0;
    const options = { isReloaded, withPictures: isReloaded };
    if ((await stage.differences(recording, options)).length > 0) await explain(program, stage, options);
  });
  recordMeasurement("same after a reload", { programs: COUNT, types: tried.size });
  // Each control of Runlet takes part: it has a sample in the gallery.
  const all = (await loadControls()).map(({ type }) => type);
  expect(all.filter((type) => !tried.has(type))).toEqual([]);
});
