import {
  Button,
  Chip,
  Container,
  type Control,
  FilledButton,
  FilledIconButton,
  FilledTonalButton,
  FilledTonalIconButton,
  FloatingActionButton,
  Icon,
  IconButton,
  OutlinedButton,
  OutlinedIconButton,
  Row,
  Segment,
  SegmentedButton,
  type SegmentedButtonProps,
  Text,
  TextButton,
} from "runlet";
import { type Sample, sample } from "../sample.ts";

const row = (...controls: Control[]): Row => new Row({ wrap: true, spacing: 12, runSpacing: 12, controls });
const avatar = (letter: string): Container =>
  new Container({
    width: 24,
    height: 24,
    borderRadius: 12,
    bgcolor: "tertiarycontainer",
    alignment: { x: 0, y: 0 },
    content: new Text({ value: letter, themeStyle: "labelSmall" }),
  });

type Textual = typeof Button | typeof OutlinedButton | typeof TextButton;

function textual(kind: Textual, says: string, content: string, icon: string): Sample {
  const make = (props: object): Control => new (kind as typeof Button)(props);
  return sample({
    kind,
    group: "Buttons",
    says,
    make: () => make({ content, icon }),
    states: {
      plain: () => make({ content }),
      icon: () => make({ content, icon }),
      disabled: () => make({ content, icon, disabled: true }),
      styled: () =>
        make({ content, icon, style: { shape: { type: "roundedRectangle", radius: 8 }, iconSize: 24, padding: 20 } }),
    },
  });
}

function iconic(kind: typeof IconButton, says: string): Sample {
  return sample({
    kind,
    group: "Buttons",
    says,
    make: () => {
      const button = new kind({ icon: "favorite_border", selectedIcon: "favorite", selected: false, tooltip: "Like" });
      button.onClick = () => {
        button.selected = button.selected !== true;
      };
      return button;
    },
    states: {
      "plain, off and on": () =>
        row(
          new kind({ icon: "settings", tooltip: "Settings" }),
          new kind({ icon: "favorite_border", selectedIcon: "favorite", selected: false, tooltip: "Like" }),
          new kind({ icon: "favorite_border", selectedIcon: "favorite", selected: true, tooltip: "Liked" }),
        ),
      disabled: () =>
        row(
          new kind({ icon: "settings", tooltip: "Settings", disabled: true }),
          new kind({ icon: "favorite", selected: true, tooltip: "Liked", disabled: true }),
        ),
      "large and colored": () =>
        new kind({
          icon: "star",
          iconSize: 40,
          iconColor: kind === FilledIconButton ? "tertiarycontainer" : "tertiary",
          tooltip: "Star",
        }),
    },
  });
}

const days = (props: SegmentedButtonProps = {}): SegmentedButton =>
  new SegmentedButton({
    segments: [
      new Segment({ value: "day", label: "Day", icon: "calendar_view_day" }),
      new Segment({ value: "week", label: "Week", icon: "calendar_view_week" }),
      new Segment({ value: "month", label: "Month", icon: "calendar_view_month" }),
    ],
    selected: ["week"],
    tooltip: "Span of time",
    ...props,
  });

/** Samples of buttons. */
export const samples: readonly Sample[] = [
  textual(FilledButton, "For the most important action.", "Save", "save"),
  textual(FilledTonalButton, "A filled button in a less prominent color.", "Add to cart", "add_shopping_cart"),
  textual(Button, "A button with a shadow.", "Refresh", "refresh"),
  textual(OutlinedButton, "For less important actions.", "Back", "arrow_back"),
  textual(TextButton, "For the least important actions, and in dialogs.", "Learn more", "open_in_new"),
  iconic(IconButton, "An icon without text, which can be a toggle."),
  iconic(FilledIconButton, "An icon without text, in the theme's primary color."),
  iconic(FilledTonalIconButton, "An icon without text, in a less prominent color."),
  iconic(OutlinedIconButton, "An icon without text, with a border."),
  sample({
    kind: FloatingActionButton,
    group: "Buttons",
    says: "Floats over the page, for its most frequent action.",
    make: () => new FloatingActionButton({ icon: "edit", content: "Write" }),
    states: {
      sizes: () =>
        row(
          new FloatingActionButton({ icon: "add", mini: true, tooltip: "Add" }),
          new FloatingActionButton({ icon: "add", tooltip: "Add" }),
          new FloatingActionButton({ icon: "edit", content: "Write" }),
        ),
      "round and flat": () =>
        new FloatingActionButton({
          icon: "navigation",
          tooltip: "Go",
          shape: { type: "circle" },
          elevation: 0,
          bgcolor: "tertiarycontainer",
          foregroundColor: "ontertiarycontainer",
        }),
      disabled: () => new FloatingActionButton({ icon: "add", tooltip: "Add", disabled: true }),
    },
  }),
  sample({
    kind: Chip,
    group: "Buttons",
    says: "A short label that can be clicked, selected or deleted.",
    make: () => new Chip({ label: "Vegetarian", leading: new Icon({ name: "eco", size: 18 }), onSelect: () => {} }),
    states: {
      "to click": () =>
        row(new Chip({ label: "Call", leading: new Icon({ name: "call", size: 18 }), onClick: () => {} })),
      "to choose": () =>
        row(
          new Chip({ label: "Fish", onSelect: () => {} }),
          new Chip({ label: "Fruit", selected: true, onSelect: () => {} }),
          new Chip({ label: "Bread", selected: true, showCheckmark: false, onSelect: () => {} }),
        ),
      "to take away": () =>
        row(new Chip({ label: "Anna", leading: avatar("A"), onDelete: () => {}, onClick: () => {} })),
      disabled: () =>
        row(
          new Chip({ label: "Fish", disabled: true, onSelect: () => {} }),
          new Chip({ label: "Fruit", disabled: true, selected: true, onSelect: () => {}, onDelete: () => {} }),
        ),
      styled: () =>
        row(
          new Chip({
            label: "Round",
            shape: { type: "stadium" },
            bgcolor: "tertiarycontainer",
            elevation: 3,
            onClick: () => {},
          }),
          new Chip({ label: "Line", borderSide: { color: "primary", width: 2 }, onClick: () => {} }),
          new Chip({ label: "Small", visualDensity: "compact", onClick: () => {} }),
        ),
    },
  }),
  sample({
    kind: SegmentedButton,
    group: "Buttons",
    says: "A row of options, of which one or several can be selected.",
    make: () => days(),
    states: {
      one: () => days(),
      several: () => days({ selected: ["day", "month"], allowMultipleSelection: true }),
      words: () => days({ showSelectedIcon: false, style: { bgcolor: { selected: "tertiarycontainer" } } }),
      vertical: () => days({ direction: "vertical" }),
      disabled: () => days({ disabled: true }),
    },
  }),
  sample({
    kind: Segment,
    group: "Buttons",
    says: "One option of a SegmentedButton.",
    make: () => new Segment({ value: "week", label: "Week", icon: "calendar_view_week" }),
    around: (segment) =>
      new SegmentedButton({
        segments: [segment as Segment, new Segment({ value: "month", label: "Month" })],
        selected: ["month"],
      }),
    states: {
      "icons only": () =>
        new SegmentedButton({
          segments: (["left", "center", "right"] as const).map(
            (side) => new Segment({ value: side, icon: `format_align_${side}`, tooltip: side }),
          ),
          selected: ["left"],
          showSelectedIcon: false,
        }),
      "one disabled": () =>
        new SegmentedButton({
          segments: ["S", "M", "L"].map((size) => new Segment({ value: size, label: size, disabled: size === "L" })),
          selected: ["M"],
        }),
    },
  }),
];
