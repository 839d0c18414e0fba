import {
  AppBar,
  BottomAppBar,
  Chip,
  Column,
  Container,
  Control,
  FilledIconButton,
  FilledTonalIconButton,
  FloatingActionButton,
  Icon,
  IconButton,
  MenuBar,
  MenuItemButton,
  NavigationBar,
  NavigationBarDestination,
  NavigationRail,
  NavigationRailDestination,
  OutlinedIconButton,
  Page,
  ResponsiveRow,
  Row,
  Segment,
  SegmentedButton,
  Stack,
  Text,
  View,
} from "runlet";
import { mount } from "runlet/testing";
import { loadSamples } from "../../examples/gallery/sample.ts";
import { specOf } from "../../src/controls/control.ts";

/** Documents of a page that shows a control as an app would, with what it needs around it and inside. */
export interface SampleDocuments {
  /** Name of the sample. */
  readonly name: string;
  readonly documents: { readonly [id: string]: { readonly [property: string]: unknown } };
  /** Id of the control. */
  readonly id: number;
}

type Make = () => Control;

const box: Make = () =>
  new Container({ width: 80, height: 40, bgcolor: "primary", content: new Text({ value: "Box" }) });
/** Samples of the properties that every control has. Some work only in a certain parent. */
const COMMON: { readonly [name: string]: Make } = {
  alone: box,
  "in a Row": () => new Row({ height: 100, controls: [box(), new Text({ value: "Next" })] }),
  "in a Stack": () => new Stack({ width: 300, height: 200, controls: [box()] }),
  "in a ResponsiveRow": () => new ResponsiveRow({ controls: [box(), new Text({ value: "Next" })] }),
  turned: () => new Container({ width: 80, height: 40, bgcolor: "primary", rotate: 0.3 }),
  expanded: () => new Row({ width: 300, controls: [new Container({ width: 80, expand: 1, bgcolor: "primary" })] }),
  "with a handler": () => new Container({ width: 80, height: 40, onClick: () => {} }),
};
const texts = (count: number) => Array.from({ length: count }, (_, index) => new Text({ value: `Text ${index}` }));
/** Samples in which properties show that the gallery's samples do not show, by the type of the control. */
const MORE: { readonly [type: string]: readonly ((page: Page) => void)[] } = {
  AppBar: [
    (page) => {
      page.appbar = new AppBar({ title: "Over long content" });
      page.scroll = "auto";
      page.add(...texts(60));
    },
    (page) => void page.views.push(new View({ appbar: new AppBar({ title: "Second" }), controls: texts(1) })),
  ],
  BottomAppBar: [
    (page) => {
      page.bottomAppbar = new BottomAppBar({
        elevation: 4,
        shape: { type: "circular" },
        content: new Text({ value: "Bar" }),
      });
      page.floatingActionButton = new FloatingActionButton({ icon: "add" });
      page.floatingActionButtonLocation = "centerDocked";
      page.add(...texts(1));
    },
  ],
  Chip: [
    (page) => page.add(new Chip({ label: "Chosen", selected: true, elevation: 4, onSelect: () => {} })),
    (page) => page.add(new Chip({ label: "Chosen", selected: true, leading: new Icon({ name: "star" }) })),
  ],
  Column: [
    (page) => page.add(new Row({ height: 300, controls: [new Column({ controls: texts(2) })] })),
    (page) => page.add(new Column({ wrap: true, height: 60, controls: texts(6) })),
  ],
  MenuItemButton: [
    (page) => page.add(new MenuBar({ controls: [new MenuItemButton({ content: "Item", onClick: () => {} })] })),
  ],
  NavigationBar: [
    (page) =>
      page.add(new NavigationBar({ elevation: 4, destinations: [new NavigationBarDestination({ icon: "home" })] })),
  ],
  NavigationRail: [
    (page) =>
      page.add(
        new NavigationRail({
          height: 500,
          trailing: new Text({ value: "End" }),
          destinations: ["home", "star"].map(
            (icon) => new NavigationRailDestination({ icon: icon as "home", label: icon }),
          ),
        }),
      ),
  ],
  SegmentedButton: [
    (page) =>
      page.add(
        new SegmentedButton({
          selected: ["a"],
          segments: ["a", "b"].map((value) => new Segment({ value, label: value })),
        }),
      ),
  ],
  View: [
    (page) => {
      page.views.push(new View({ route: "/second", ...frame() }));
    },
  ],
  ...Object.fromEntries(
    [IconButton, FilledIconButton, FilledTonalIconButton, OutlinedIconButton].map((kind) => [
      kind.spec.type,
      [(page: Page) => page.add(new kind({ icon: "star", selected: true, onClick: () => {} }))],
    ]),
  ),
};
/** Parts of a page or a View, without its content. */
const frame = () => ({
  appbar: new AppBar({ title: "Title" }),
  navigationBar: new NavigationBar({
    destinations: ["home", "star"].map((icon) => new NavigationBarDestination({ icon: icon as "home", label: icon })),
  }),
  floatingActionButton: new FloatingActionButton({ icon: "add" }),
  controls: [new Text({ value: "One" }), new Text({ value: "Two" })],
});

/** Returns documents for each kind of control, by its type: the gallery's samples, and some more. */
export async function loadSampleDocuments(): Promise<Map<string, SampleDocuments[]>> {
  const found = new Map<string, SampleDocuments[]>();
  const add = (type: string, more: readonly SampleDocuments[]) =>
    found.set(type, [...(found.get(type) ?? []), ...more]);
  for (const [name, make] of Object.entries(COMMON))
    add(
      "Control",
      documentsOf(name, "Container", (page) => page.add(make())),
    );
  add("Page", [pageDocuments()]);
  for (const { kind, make, around, states } of await loadSamples()) {
    const { type } = kind.spec;
    if (kind === (Control as never)) continue;
    const makes = { large: () => (around === undefined ? make() : around(make())), ...states };
    for (const [name, one] of Object.entries(makes))
      add(
        type,
        documentsOf(name, type, (page) => page.add(one())),
      );
  }
  for (const [type, mains] of Object.entries(MORE))
    for (const [index, main] of mains.entries()) add(type, documentsOf(`more ${index + 1}`, type, main));
  return found;
}

function documentsOf(name: string, type: string, main: (page: Page) => void): SampleDocuments[] {
  const h = mount(main);
  const control = h.queryAllByType(Control).find((one) => !(one instanceof Page) && specOf(one).type === type);
  // Some states show the control's effect without it, such as a badge given as a text.
  return control === undefined ? [] : [{ name, documents: h.documents() as never, id: control.id }];
}

function pageDocuments(): SampleDocuments {
  const h = mount((page) => void Object.assign(page, frame()));
  return { name: "with bars", documents: h.documents() as never, id: 1 };
}
