import { check, checkEnd } from "./check.ts";
import { assertSame } from "./equal.ts";
import { lawless, missing, repair } from "./lawless.ts";
import type { Step } from "./places.ts";
import { holds, indices } from "./property.ts";
import { explained, programs, seeded } from "./runner.ts";
import type { World } from "./world.ts";

const KINDS = indices(["text", "label", "row", "input", "check"]);
const steps = { put: 6, replace: 2, take: 3, setProp: 2, turn: 4 };

holds(
  "a control in two places, or inside itself, is told and left out, and nothing else is lost",
  "test/core/model/lawless.test.ts",
  0.1,
  programs(steps, KINDS).map(({ seeds, steps }) => ({
    seeds: seeds.map(([kind, , at]) => [kind, 0, at] as const),
    steps,
  })),
  (program) => {
    const world = seeded(program);
    explained(world, () => play(world, program.steps));
  },
);

function play(world: World, steps: readonly Step[]): void {
  world.isLawless = true;
  let known = new Set<string>();
  for (const step of steps) {
    lawless[step.do]?.(world, step);
    const told = world.errors.splice(0);
    check(world);
    if (step.do !== "turn") continue;
    const now = missing(world);
    assertSame(
      "what was told",
      told.filter((code) => code !== "duplicate-control" && code !== "control-cycle"),
      [],
    );
    if ([...now].some((place) => !known.has(place)) && told.length === 0) throw new Error(`nobody told of ${[...now]}`);
    known = now;
  }
  repair(world);
  check(world);
  assertSame("what is missing", [...missing(world)], []);
  world.close();
  checkEnd(world);
}
