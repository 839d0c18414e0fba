import type { Control } from "runlet";
import {
  AutoComplete,
  AutofillGroup,
  Checkbox,
  Column,
  Dropdown,
  DropdownOption,
  Radio,
  RadioGroup,
  RangeSlider,
  SearchBar,
  Slider,
  Switch,
  TextField,
} from "runlet";
import { one, type Scene, types, use } from "./scene.ts";

export const scenes: readonly Scene[] = [
  ["a checkbox", one(() => new Checkbox()), use],
  [
    "a checkbox with three states",
    one(() => new Checkbox({ tristate: true, value: true })),
    async (hands, box) => {
      for (let time = 0; time < 4; time++) await use(hands, box);
    },
  ],
  [
    "a single-line text field",
    one(() => new TextField({ value: "a" })),
    async (hands, field) => {
      await hands.tap(field);
      await hands.type(field, "bc\n");
      for (const key of ["Backspace", "Shift+Enter"]) await hands.press(field, key);
    },
  ],
  ["a multiline text field", one(() => new TextField({ multiline: true })), types("a\nb")],
  [
    "a text field that submits on Enter",
    one(() => new TextField({ shiftEnter: true })),
    async (hands, field) => {
      await hands.type(field, "a\n");
      await hands.press(field, "Shift+Enter");
    },
  ],
  ["a multiline password field", one(() => new TextField({ multiline: true, password: true })), types("a\nb")],
  [
    "a text field that accepts three digits",
    one(() => new TextField({ maxLength: 3, inputFilter: { regexString: "[0-9]" } })),
    types("1a2b345"),
  ],
  [
    "a read-only text field",
    one(() => new TextField({ readOnly: true, value: "r" })),
    async (hands, field) => {
      await hands.tap(field);
      await hands.press(field, "Enter");
    },
  ],
  ["a switch", one(() => new Switch()), use],
  [
    "a slider",
    one(() => new Slider({ value: 3, max: 10, divisions: 10 })),
    async (hands, slider) => {
      for (const key of ["ArrowRight", "ArrowUp", "PageDown", "ArrowLeft", "End", "Home"])
        await hands.press(slider, key);
    },
  ],
  [
    "a slider without divisions",
    one(() => new Slider({ min: -1, max: 1 })),
    async (hands, slider) => {
      for (const key of ["ArrowRight", "PageUp", "ArrowDown"]) await hands.press(slider, key);
    },
  ],
  [
    "a range slider",
    one(() => new RangeSlider({ startValue: 2, endValue: 4, max: 10, divisions: 10 })),
    async (hands, slider) => {
      for (const key of ["ArrowRight", "End", "Home"]) await hands.press(slider, key);
    },
  ],
  [
    "a radio group",
    () => {
      const radios = [
        new Radio({ value: "a", label: "A", toggleable: true }),
        new Radio({ value: "b", label: "B", disabled: true }),
        new Radio({ value: "c", label: "C" }),
      ];
      const group = new RadioGroup({ content: new Column({ controls: radios }) });
      return { used: [group, ...radios], root: group };
    },
    async (hands, ...used) => {
      const [, a, , c] = used as [Control, Control, Control, Control];
      await hands.tap(a);
      await hands.tap(a);
      await hands.press(a, "ArrowDown");
      await hands.press(c, "ArrowRight");
      await hands.press(a, " ");
    },
  ],
  [
    "a dropdown that draws its own list",
    () => {
      const options = ["a", "b"].map((text) => new DropdownOption({ text, trailingIcon: "star" }));
      const dropdown = new Dropdown({ options });
      return { used: [dropdown, ...options], root: dropdown };
    },
    async (hands, ...used) => {
      const [dropdown, a, b] = used as [Control, Control, Control];
      for (const option of [b, a, a]) {
        await hands.tap(dropdown);
        await hands.tap(option);
      }
    },
  ],
  ["an autocomplete field", one(() => new AutoComplete({ suggestions: [{ key: "b", value: "B" }] })), types("ab")],
  [
    "a search bar",
    one(() => new SearchBar()),
    async (hands, bar) => {
      await hands.tap(bar);
      await hands.type(bar, "ab\n");
    },
  ],
  [
    "a text field in an autofill group",
    () => {
      const field = new TextField({ label: "User" });
      return { used: [field], root: new AutofillGroup({ content: field }) };
    },
    (hands, field) => hands.type(field, "me\n"),
  ],
];
