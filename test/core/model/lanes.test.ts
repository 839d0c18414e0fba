import { assertSame } from "./equal.ts";
import { EVERYTHING } from "./mixes.ts";
import { holds, indices } from "./property.ts";
import { programs, run } from "./runner.ts";

holds(
  "the short lane produces the same documents and operations as the general one",
  "test/core/model/lanes.test.ts",
  0.05,
  programs({ ...EVERYTHING, setProp: 20, write: 6, emit: 6, turn: 16 }, indices([])),
  (program) => {
    const both = run(program);
    const general = run(program, { shortLane: false });
    for (const [index, update] of both.wire.sent.entries()) {
      assertSame(
        `update ${index + 1} with both lanes`,
        inAnyOrder(update),
        inAnyOrder(general.wire.sent[index] ?? "null"),
      );
    }
    assertSame("the number of updates", both.wire.sent.length, general.wire.sent.length);
  },
);

/** Operations on different properties of one document may come in either order. */
function inAnyOrder(sent: string): unknown {
  const update = JSON.parse(sent) as { ops?: object[] } | null;
  update?.ops?.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return update;
}
