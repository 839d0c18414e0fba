import type { SessionOptions } from "../../../src/core/session.ts";
import { assertSame } from "./equal.ts";
import { EVERYTHING } from "./mixes.ts";
import { holds, indices } from "./property.ts";
import { programs, run } from "./runner.ts";

holds(
  "the short lane gives the documents and the operations of the general one",
  "test/core/model/lanes.test.ts",
  0.05,
  programs({ ...EVERYTHING, setProp: 20, write: 6, emit: 6, turn: 16 }, indices([])),
  (program) => {
    const both = run(program);
    const general = run(program, { shortLane: false } as Partial<SessionOptions>);
    for (const [index, update] of both.wire.sent.entries()) {
      assertSame(
        `update ${index + 1} with both lanes`,
        JSON.parse(update),
        JSON.parse(general.wire.sent[index] ?? "null"),
      );
    }
    assertSame("the number of updates", both.wire.sent.length, general.wire.sent.length);
  },
);
