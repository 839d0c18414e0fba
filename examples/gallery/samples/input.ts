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
  Text,
  TextField,
} from "runlet";
import { type Sample, sample } from "../sample.ts";

const fruit = () => ["Apple", "Banana", "Cherry", "Damson", "Elderberry"].map((text) => new DropdownOption({ text }));
const places = () => [
  new DropdownOption({ value: "home", text: "Home", leadingIcon: "home" }),
  new DropdownOption({ value: "work", text: "Work", leadingIcon: "work", trailingIcon: "star" }),
  new DropdownOption({ value: "away", text: "Away", leadingIcon: "flight", disabled: true }),
];
const countries = ["Finland", "France", "Germany", "Ghana", "Greece", "Portugal"].map((value) => ({
  key: value,
  value,
}));
const radios = (...values: string[]) =>
  new Column({ spacing: 0, controls: values.map((value) => new Radio({ value, label: value })) });

export const samples: readonly Sample[] = [
  sample({
    kind: Checkbox,
    group: "Input",
    says: "A checkbox with a label.",
    make: () => new Checkbox({ label: "Send me news", value: true }),
    states: {
      off: () => new Checkbox({ label: "Off" }),
      on: () => new Checkbox({ label: "On", value: true }),
      neither: () => new Checkbox({ label: "Neither", value: null, tristate: true }),
      wrong: () => new Checkbox({ label: "Wrong", error: true }),
      disabled: () => new Checkbox({ label: "Disabled", value: true, disabled: true }),
      "label first": () => new Checkbox({ label: "Label first", labelPosition: "left" }),
    },
  }),
  sample({
    kind: Switch,
    group: "Input",
    says: "Turns a setting on or off immediately.",
    make: () => new Switch({ label: "Wi-Fi", value: true, thumbIcon: { selected: "check", default: "close" } }),
    states: {
      off: () => new Switch({ label: "Off" }),
      on: () => new Switch({ label: "On", value: true }),
      "with icons": () =>
        new Switch({ label: "Icons", value: true, thumbIcon: { selected: "check", default: "close" } }),
      colors: () => new Switch({ label: "Colors", value: true, activeColor: "yellow", activeTrackColor: "green700" }),
      disabled: () => new Switch({ label: "Disabled", value: true, disabled: true }),
      "label first": () => new Switch({ label: "Label first", labelPosition: "left" }),
      "right to left": () => new Switch({ label: "Right to left", value: true, rtl: true }),
    },
  }),
  sample({
    kind: Radio,
    group: "Input",
    says: "One of several options, of which exactly one is selected.",
    make: () => new Radio({ label: "By train", value: "train" }),
    around: (radio) =>
      new RadioGroup({
        value: "train",
        content: new Column({ controls: [radio, new Radio({ label: "By bus", value: "bus" })] }),
      }),
    states: {
      "chosen or not": () => new RadioGroup({ value: "Small", content: radios("Small", "Large") }),
      disabled: () => new RadioGroup({ disabled: true, value: "Small", content: radios("Small", "Large") }),
      color: () =>
        new RadioGroup({ value: "a", content: new Radio({ label: "Green", value: "a", activeColor: "green700" }) }),
      "label first": () => new RadioGroup({ content: new Radio({ label: "Label first", labelPosition: "left" }) }),
    },
  }),
  sample({
    kind: RadioGroup,
    group: "Input",
    says: "Connects radios, so that one of them is selected.",
    make: () => new RadioGroup({ value: "Medium", content: radios("Small", "Medium", "Large") }),
    states: { "of three": () => new RadioGroup({ value: "Medium", content: radios("Small", "Medium", "Large") }) },
  }),
  sample({
    kind: Slider,
    group: "Input",
    says: "Selects a number on a track.",
    make: () => new Slider({ semanticsLabel: "Volume", label: "{value} %", value: 40, max: 100, divisions: 20 }),
    states: {
      plain: () => new Slider({ semanticsLabel: "Plain", value: 0.4 }),
      parts: () => new Slider({ semanticsLabel: "Parts", value: 6, max: 10, divisions: 10 }),
      "second value": () => new Slider({ semanticsLabel: "Second value", value: 0.3, secondaryTrackValue: 0.7 }),
      "of 2024": () => new Slider({ semanticsLabel: "Of 2024", value: 0.4, year2023: false }),
      colors: () => new Slider({ semanticsLabel: "Colors", value: 0.4, activeColor: "green700", thumbColor: "orange" }),
      disabled: () => new Slider({ semanticsLabel: "Disabled", value: 0.4, disabled: true }),
      "right to left": () => new Slider({ semanticsLabel: "Right to left", value: 0.4, rtl: true }),
    },
  }),
  sample({
    kind: RangeSlider,
    group: "Input",
    says: "Selects a range between two numbers on a track.",
    make: () =>
      new RangeSlider({
        semanticsLabel: "Price",
        label: "{value} €",
        startValue: 20,
        endValue: 60,
        max: 100,
        divisions: 20,
      }),
    states: {
      plain: () => new RangeSlider({ semanticsLabel: "Plain", startValue: 0.2, endValue: 0.6 }),
      parts: () => new RangeSlider({ semanticsLabel: "Parts", startValue: 2, endValue: 7, max: 10, divisions: 10 }),
      disabled: () => new RangeSlider({ semanticsLabel: "Disabled", startValue: 0.2, endValue: 0.6, disabled: true }),
      "right to left": () =>
        new RangeSlider({ semanticsLabel: "Right to left", startValue: 0.2, endValue: 0.4, rtl: true }),
    },
  }),
  sample({
    kind: TextField,
    group: "Input",
    says: "A field for entering text.",
    make: () => new TextField({ label: "Name", hintText: "First and last", prefixIcon: "person", maxLength: 40 }),
    states: {
      empty: () => new TextField({ label: "Label" }),
      filled: () => new TextField({ label: "Filled", value: "Text", filled: true, border: "underline" }),
      icons: () =>
        new TextField({ label: "Icons", value: "Text", icon: "badge", prefixIcon: "search", suffixIcon: "close" }),
      "around the value": () =>
        new TextField({ label: "Price", value: "12", prefix: "€ ", suffix: " net", helper: "Without tax" }),
      wrong: () => new TextField({ label: "Wrong", value: "12", error: "Too small", maxLength: 8 }),
      disabled: () => new TextField({ label: "Disabled", value: "Text", disabled: true }),
      "several lines": () => new TextField({ label: "Several lines", value: "One\nTwo", multiline: true, minLines: 3 }),
      password: () =>
        new TextField({
          label: "Password",
          value: "secret",
          password: true,
          canRevealPassword: true,
          autofillHints: "password",
        }),
      dense: () => new TextField({ label: "Dense", value: "Text", dense: true }),
      "right to left": () => new TextField({ label: "Right to left", value: "Text", prefixIcon: "search", rtl: true }),
    },
  }),
  sample({
    kind: Dropdown,
    group: "Input",
    says: "A field that opens a list of options.",
    make: () => new Dropdown({ label: "Place", value: "home", width: 300, options: places() }),
    states: {
      empty: () => new Dropdown({ label: "Fruit", options: fruit() }),
      chosen: () => new Dropdown({ label: "Fruit", value: "Cherry", options: fruit() }),
      hint: () => new Dropdown({ hintText: "Pick one", helperText: "Or none", options: fruit() }),
      icons: () => new Dropdown({ label: "Place", value: "home", leadingIcon: "place", options: places() }),
      typed: () => new Dropdown({ label: "Fruit", enableFilter: true, text: "Ba", options: fruit() }),
      wrong: () => new Dropdown({ label: "Fruit", errorText: "Pick one", options: fruit() }),
      disabled: () => new Dropdown({ label: "Fruit", value: "Cherry", disabled: true, options: fruit() }),
      filled: () =>
        new Dropdown({ label: "Fruit", value: "Cherry", filled: true, border: "underline", options: fruit() }),
    },
  }),
  sample({
    kind: DropdownOption,
    group: "Input",
    says: "One option of a dropdown.",
    make: () => new DropdownOption({ value: "work", text: "Work", leadingIcon: "work" }),
    around: (option) => new Dropdown({ label: "Place", width: 300, options: [option as DropdownOption, ...places()] }),
    states: { chosen: () => new Dropdown({ label: "Place", value: "work", options: places() }) },
  }),
  sample({
    kind: AutoComplete,
    group: "Input",
    says: "A text field that suggests completions.",
    make: () => new AutoComplete({ label: "Country", suggestions: countries }),
    states: {
      empty: () => new AutoComplete({ label: "Country", suggestions: countries }),
      filled: () => new AutoComplete({ label: "Country", value: "France", suggestions: countries }),
      disabled: () => new AutoComplete({ label: "Country", value: "France", disabled: true }),
    },
  }),
  sample({
    kind: SearchBar,
    group: "Input",
    says: "A search field that opens a view with the results.",
    make() {
      const found = ["Blue in Green", "So What", "Take Five"].map((value) => new Text({ value, margin: 16 }));
      const bar = new SearchBar({ barHintText: "Search songs", controls: found });
      bar.onTap = () => void bar.openView();
      return bar;
    },
    states: {
      empty: () => new SearchBar({ barHintText: "Search songs" }),
      filled: () => new SearchBar({ barHintText: "Search songs", value: "Take Five" }),
      flat: () => new SearchBar({ barHintText: "Search songs", barElevation: 0, barBgcolor: "secondarycontainer" }),
      disabled: () => new SearchBar({ barHintText: "Search songs", disabled: true }),
    },
  }),
  sample({
    kind: AutofillGroup,
    group: "Input",
    says: "Groups fields, so that the browser can fill and save them together.",
    make: () =>
      new AutofillGroup({
        content: new Column({
          controls: [
            new TextField({ label: "User", autofillHints: "username" }),
            new TextField({ label: "Password", password: true, canRevealPassword: true, autofillHints: "password" }),
          ],
        }),
      }),
    states: {
      "name and password": () =>
        new AutofillGroup({
          content: new Column({
            controls: [
              new TextField({ label: "User", autofillHints: "username" }),
              new TextField({ label: "Password", password: true, autofillHints: "password" }),
            ],
          }),
        }),
    },
  }),
];
