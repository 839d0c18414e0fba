import fc from "fast-check";
import { valid } from "./valid.ts";

/** Content of a frame. */
export interface Frame {
  readonly data: string | Uint8Array;
  readonly isBinary: boolean;
}

const text = (data: string): Frame => ({ data, isBinary: false });
const VALID = valid(100, 2);

const numbers = fc.oneof(
  fc.integer({ min: -1, max: 20 }),
  fc.constantFrom(0, 1, 2, 1.5, -0, 2 ** 31, 2 ** 32 + 3, 2 ** 53, -1, 1e308, Number.MAX_SAFE_INTEGER),
);
const names = fc.constantFrom(
  ...["value", "selection", "any", "amount", "level", "label", "visible", "disabled", "controls", "click", "change"],
  ...["sizeChange", "focus", "", "toString", "then", "valueOf", "hasOwnProperty", "$type", "$slots", "length", "x\ny"],
);
const values = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
  { weight: 2, arbitrary: numbers },
  { weight: 2, arbitrary: fc.constantFrom("", "mine", "high", true, false, null, { baseOffset: 1, extentOffset: 2 }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 30 }) },
);
/** Sometimes generates any value instead of an expected one. */
const or = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof({ weight: 12, arbitrary }, { weight: 1, arbitrary: values });

const command = fc.record(
  {
    cmd: or(fc.integer({ min: 0, max: 30 })),
    id: or(fc.integer({ min: 0, max: 16 })),
    event: or(names),
    write: or(fc.dictionary(names, values, { maxKeys: 3 })),
    data: values,
  },
  { requiredKeys: ["cmd", "id"] },
);
const resume = fc.record({
  session: or(fc.uuid()),
  secret: or(fc.string({ maxLength: 60 })),
  seq: or(numbers),
  cmd: or(numbers),
});
const message = fc.oneof(
  fc.record({ type: fc.constantFrom("ack", "ping", "resend"), seq: or(fc.constantFrom(0, 1, 2)) }),
  fc.record(
    { type: fc.constant("hello"), protocol: or(fc.constant(1)), resume: or(resume) },
    { requiredKeys: ["type"] },
  ),
  fc.record({ type: or(fc.constantFrom("update", "welcome", "__proto__", "")), seq: values, more: values }),
);
/** Placeholder for the number of a command, which is known only when the command is sent. */
export const NEXT = -7;
const ids = fc.integer({ min: 1, max: 16 });
const likely = fc.constantFrom<object>(
  { id: 3, event: "click" },
  { id: 10, event: "any", data: [1] },
  { id: 7, event: "change", data: true },
  { id: 4, write: { value: "yours" } },
);
const numbered = fc
  .array(
    fc.oneof(
      likely,
      fc.record({ id: ids, event: names, data: values }, { requiredKeys: ["id", "event"] }),
      fc.record({ id: ids, write: fc.dictionary(names, values, { maxKeys: 3 }) }),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) => ({ type: "commands", seq: 0, commands: list.map((each) => ({ cmd: NEXT, ...each })) }));

/** JSON text with a part inserted, removed, repeated or cut off. */
const mutated = fc
  .tuple(
    fc.constantFrom(...VALID),
    fc.nat(),
    fc.nat(20),
    fc.constantFrom("", ",", "{", "}", "[", '"', "\\", "\u0000", "1e999", '"__proto__":{},', '"constructor":1,'),
    fc.nat(3),
  )
  .map(([whole, where, length, piece, kind]) => {
    const at = where % whole.length;
    const [before, after] = [whole.slice(0, at), whole.slice(at)];
    if (kind === 0) return before + piece + after;
    if (kind === 1) return before + after.slice(length);
    if (kind === 2) return before + after.slice(0, length) + after;
    return before;
  });

/** Frames of every kind. Most of them are similar to what a client sends. */
export const frames: fc.Arbitrary<Frame> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ data: fc.uint8Array({ maxLength: 60 }), isBinary: fc.boolean() }) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }).map(text) },
  { weight: 1, arbitrary: fc.json({ maxDepth: 5 }).map(text) },
  { weight: 2, arbitrary: mutated.map(text) },
  { weight: 4, arbitrary: fc.constantFrom(...VALID).map(text) },
  { weight: 4, arbitrary: message.map((each) => text(JSON.stringify(each))) },
  {
    weight: 3,
    arbitrary: fc
      .record({
        type: fc.constant("commands"),
        seq: or(fc.constantFrom(0, 1)),
        commands: or(fc.array(command, { maxLength: 4 })),
      })
      .map((each) => text(JSON.stringify(each))),
  },
  { weight: 8, arbitrary: numbered.map((each) => text(JSON.stringify(each))) },
);
