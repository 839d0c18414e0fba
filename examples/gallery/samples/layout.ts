import {
  Card,
  Column,
  Container,
  type ContainerProps,
  type Control,
  Divider,
  ExpansionTile,
  GridView,
  ListTile,
  ListView,
  ResponsiveRow,
  Row,
  SafeArea,
  Stack,
  Text,
  VerticalDivider,
} from "runlet";
import { type Sample, sample } from "../sample.ts";

const tints = ["primarycontainer", "secondarycontainer", "tertiarycontainer"] as const;

/** Returns a box with a number in its center. */
const box = (n: number, props: ContainerProps = {}): Container =>
  new Container({
    bgcolor: tints[n % tints.length] ?? "primarycontainer",
    borderRadius: 8,
    padding: 12,
    content: new Text({ value: String(n + 1), textAlign: "center" }),
    ...props,
  });

const boxes = (count: number, props?: ContainerProps): Container[] =>
  Array.from({ length: count }, (_, n) => box(n, props));

const breakpoints = { narrow: 0, wide: 400 };

const words = ["Ada", "Grace", "Katherine", "Margaret", "Hedy", "Radia"];
const people = (count: number): ListTile[] =>
  Array.from({ length: count }, (_, n) => new ListTile({ title: words[n % words.length] ?? "", leading: "person" }));

const inCard = (content: Control): Card => new Card({ width: 320, content });

export const samples: readonly Sample[] = [
  sample({
    kind: Stack,
    group: "Layout",
    says: "Shows controls on top of each other.",
    make: () =>
      new Stack({
        width: 240,
        height: 160,
        controls: [
          box(0, { width: 240, height: 160 }),
          box(1, { left: 24, top: 24, width: 96, height: 72 }),
          box(2, { right: 16, bottom: 16, width: 96, height: 72 }),
        ],
      }),
    states: {
      positions: () =>
        new Stack({
          width: 200,
          height: 120,
          controls: [box(0, { width: 200, height: 120 }), box(1, { left: 16, right: 16, bottom: 8 })],
        }),
      centered: () =>
        new Stack({
          width: 200,
          height: 120,
          alignment: { x: 0, y: 0 },
          controls: [box(0, { width: 160, height: 100 }), box(1), box(2, { top: 4 })],
        }),
    },
  }),
  sample({
    kind: ListView,
    group: "Layout",
    says: "Scrolls through controls. Draws only those near the visible area.",
    make: () => new ListView({ width: 320, height: 280, itemExtent: 56, controls: people(1_000) }),
    around: (list) => new Card({ variant: "outlined", content: list }),
    states: {
      "with lines": () =>
        new ListView({ width: 280, height: 160, spacing: 8, dividerThickness: 1, controls: people(4) }),
      sideways: () => new ListView({ width: 280, height: 72, horizontal: true, spacing: 8, controls: boxes(12) }),
      reversed: () => new ListView({ width: 280, height: 120, reverse: true, spacing: 4, controls: boxes(2) }),
    },
  }),
  sample({
    kind: GridView,
    group: "Layout",
    says: "A scrollable grid of tiles of the same size.",
    make: () => new GridView({ width: 360, height: 280, maxExtent: 96, controls: boxes(500) }),
    states: {
      "three side by side": () =>
        new GridView({ width: 280, height: 190, runsCount: 3, childAspectRatio: 1.5, controls: boxes(7) }),
      sideways: () => new GridView({ width: 280, height: 130, horizontal: true, runsCount: 2, controls: boxes(9) }),
    },
  }),
  sample({
    kind: ResponsiveRow,
    group: "Layout",
    says: "A row whose number of columns depends on its width.",
    make: () => new ResponsiveRow({ controls: boxes(4, { col: { xs: 12, sm: 6, md: 3 } }) }),
    states: {
      wide: () => new ResponsiveRow({ breakpoints, controls: boxes(4, { col: { narrow: 6, wide: 3 } }) }),
      narrow: () =>
        new ResponsiveRow({
          width: 300,
          breakpoints,
          breakpointsBy: "row",
          controls: boxes(4, { col: { narrow: 6, wide: 3 } }),
        }),
    },
  }),
  sample({
    kind: Divider,
    group: "Layout",
    says: "A horizontal line.",
    make: () => new Divider({ height: 24 }),
    around: (divider) => new Column({ width: 280, spacing: 0, controls: [box(0), divider, box(1)] }),
    states: {
      thin: () => new Column({ width: 240, controls: [new Divider()] }),
      "thick and indented": () =>
        new Column({
          width: 240,
          controls: [new Divider({ thickness: 4, radius: 2, color: "primary", leadingIndent: 24, trailingIndent: 48 })],
        }),
    },
  }),
  sample({
    kind: VerticalDivider,
    group: "Layout",
    says: "A vertical line.",
    make: () => new VerticalDivider({ width: 24 }),
    around: (divider) => new Row({ height: 96, controls: [box(0), divider, box(1)] }),
    states: {
      "in a row": () => new Row({ height: 64, controls: [box(0), new VerticalDivider(), box(1)] }),
    },
  }),
  sample({
    kind: SafeArea,
    group: "Layout",
    says: "Keeps clear of the notches and bars of a phone.",
    make: () => new SafeArea({ minimumPadding: 16, content: box(0) }),
    states: { "with padding": () => new SafeArea({ minimumPadding: 16, content: box(0) }) },
  }),
  sample({
    kind: Card,
    group: "Display",
    says: "A surface for related content.",
    make: () =>
      new Card({
        width: 320,
        content: new Container({
          padding: 16,
          content: new Column({
            tight: true,
            controls: [
              new Text({ value: "Tonight", themeStyle: "titleLarge" }),
              new Text({ value: "Clear, with a light wind from the west." }),
            ],
          }),
        }),
      }),
    states: Object.fromEntries(
      (["elevated", "filled", "outlined"] as const).map((variant) => [
        variant,
        () => new Card({ variant, content: new Container({ padding: 16, content: new Text({ value: variant }) }) }),
      ]),
    ),
  }),
  sample({
    kind: ListTile,
    group: "Display",
    says: "A row of a list: a title, with leading and trailing content.",
    make: () =>
      new ListTile({
        title: "Ada Lovelace",
        subtitle: "First programmer",
        leading: "person",
        trailing: "chevron_right",
        onClick() {},
      }),
    around: inCard,
    states: {
      "one line": () => inCard(new ListTile({ title: "One line", leading: "home" })),
      "two lines": () =>
        inCard(new ListTile({ title: "Two lines", subtitle: "Below", leading: "person", trailing: "chevron_right" })),
      "three lines": () =>
        inCard(
          new ListTile({
            title: "Three lines",
            subtitle: "What is said below goes on in a second line of its own.",
            isThreeLine: true,
            leading: "person",
          }),
        ),
      selected: () => inCard(new ListTile({ title: "Selected", leading: "star", selected: true, onClick() {} })),
      dense: () => inCard(new ListTile({ title: "Dense", subtitle: "Smaller", leading: "star", dense: true })),
      disabled: () => inCard(new ListTile({ title: "Disabled", leading: "star", disabled: true, onClick() {} })),
    },
  }),
  sample({
    kind: ExpansionTile,
    group: "Display",
    says: "A tile that expands and shows more content below it.",
    make: () => new ExpansionTile({ title: "Programmers", leading: "folder", expanded: true, controls: people(3) }),
    around: inCard,
    states: {
      closed: () => inCard(new ExpansionTile({ title: "Closed", leading: "folder", controls: people(2) })),
      open: () => inCard(new ExpansionTile({ title: "Open", expanded: true, controls: people(2) })),
      "arrow first": () =>
        inCard(new ExpansionTile({ title: "Arrow first", affinity: "leading", controls: people(1) })),
      disabled: () => inCard(new ExpansionTile({ title: "Disabled", disabled: true, controls: people(1) })),
    },
  }),
];
