import { Checkbox, TextField } from "runlet";
import { one, type Scene, types, use } from "./scene.ts";

export const scenes: readonly Scene[] = [
  ["a checkbox", one(() => new Checkbox()), use],
  [
    "a checkbox of three",
    one(() => new Checkbox({ tristate: true, value: true })),
    async (hands, box) => {
      for (let time = 0; time < 4; time++) await use(hands, box);
    },
  ],
  [
    "a field of one line",
    one(() => new TextField({ value: "a" })),
    async (hands, field) => {
      await hands.tap(field);
      await hands.type(field, "bc\n");
      for (const key of ["Backspace", "Shift+Enter"]) await hands.press(field, key);
    },
  ],
  ["a field of many lines", one(() => new TextField({ multiline: true })), types("a\nb")],
  [
    "a field that Enter submits",
    one(() => new TextField({ shiftEnter: true })),
    async (hands, field) => {
      await hands.type(field, "a\n");
      await hands.press(field, "Shift+Enter");
    },
  ],
  ["a secret of many lines", one(() => new TextField({ multiline: true, password: true })), types("a\nb")],
  [
    "a field for three digits",
    one(() => new TextField({ maxLength: 3, inputFilter: { regexString: "[0-9]" } })),
    types("1a2b345"),
  ],
  [
    "a read-only field",
    one(() => new TextField({ readOnly: true, value: "r" })),
    async (hands, field) => {
      await hands.tap(field);
      await hands.press(field, "Enter");
    },
  ],
];
