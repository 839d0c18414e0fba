import { expect, test } from "vitest";
import {
  boxesIn,
  describeAxis,
  describeEmpty,
  type Lengths,
  pathText,
} from "../../src/client/layout-debugger/box-text.ts";
import { readTakes } from "../../src/client/rendering/boxes.ts";
import { View } from "../../src/client/rendering/view.ts";
import { LayoutPass } from "../../src/client/screen/layout-pass.ts";
import { containerLayout } from "../../src/layout/container.ts";
import type { Layout } from "../../src/layout/layout.ts";
import { columnLayout, pageLayout, rowLayout } from "../../src/layout/line.ts";
import { listLayout } from "../../src/layout/list.ts";
import { boxLayout, hugLayout, wideLayout } from "../../src/layout/simple.ts";
import { stackLayout } from "../../src/layout/stack.ts";

const LAYOUTS: { readonly [type: string]: Layout } = {
  Page: pageLayout,
  Row: rowLayout,
  Column: columnLayout,
  Container: containerLayout,
  Stack: stackLayout,
  ListView: listLayout,
  TextField: wideLayout,
  Control: boxLayout,
};

/** An element on which the layout writes its words. */
const root = () => ({
  setAttribute() {},
  removeAttribute() {},
  style: { setProperty() {}, removeProperty() {} },
});

let count = 0;

/** Creates the view of a control, with children in a list or one as its content. */
function view(type: string, props: object = {}, children: View | View[] = []): View {
  const outgoing = { event() {}, write() {} };
  const made: View = new View(++count, 0, type, {} as View["renderer"], LAYOUTS[type] ?? hugLayout, outgoing);
  made.props = props as typeof made.props;
  made.parts = { root: root() as unknown as HTMLElement };
  made.isContents = type === "Control";
  const slot = Array.isArray(children) ? "controls" : "content";
  if (!Array.isArray(children) || children.length > 0) made.setChildren(slot, children);
  for (const child of [children].flat()) Object.assign(child, { parent: made, slot });
  readTakes(made);
  return made;
}

/** Lays out a page with the views, each of whose boxes has no length unless `long` says otherwise. */
function laidOut(views: View[], long: (at: View) => number = () => 0, props: object = {}): Lengths {
  const page = view("Page", props, views);
  Object.defineProperty(page, "id", { value: 1 });
  const pass = new LayoutPass();
  pass.add(page, true);
  pass.run();
  return { of: (at) => (at === page ? 400 : long(at)), spaceOf: () => 380 };
}

test("a control on a page has a largest width and no end to its height", () => {
  const [text, field] = [view("Text", { value: "Hello" }), view("TextField")];
  const lengths = laidOut([text, field], () => 20);
  expect(describeAxis(text, "x", lengths)).toEqual({
    said: "The page says: at most 380 px.",
    chose: "It is only as wide as its content.",
    why: undefined,
  });
  expect(describeAxis(text, "y", lengths).said).toBe("The page says: no end, because it does not expand.");
  expect(describeAxis(field, "x", lengths).chose).toBe("It fills that, as each TextField does.");
});

test("a share, a size of its own and a size without effect are named", () => {
  const [share, wide] = [view("Container", { expand: 2 }), view("Container", { width: 50 })];
  const row = view("Row", {}, [share, wide]);
  const stretched = view("Container", { width: 50 });
  const column = view("Column", { horizontalAlignment: "stretch" }, [stretched]);
  const lengths = laidOut([row, column], () => 100);
  expect(describeAxis(share, "x", lengths).said).toBe(
    "Its Row says: exactly 100 px, its share of the width (expand: 2).",
  );
  expect(describeAxis(wide, "x", lengths)).toMatchObject({
    said: "Its Row says: no end, because it does not expand.",
    chose: "It has its own width: 50.",
  });
  expect(describeAxis(row, "x", lengths).chose).toBe("It fills that, as a Row does that is not tight.");
  expect(describeAxis(stretched, "x", lengths)).toMatchObject({
    said: "Its Column says: exactly 100 px.",
    chose: "It fills that, so its own width of 50 has no effect.",
  });
});

test("what a parent that is as small as its content has for a child is what that parent may have itself", () => {
  const text = view("Text", { value: "Hello" });
  const column = view("Column", {}, [text]);
  laidOut([column]);
  const lengths: Lengths = { of: () => 60, spaceOf: (at) => (at === text ? 40 : 380) };
  expect(describeAxis(text, "x", lengths).said).toBe("Its Column says: at most 360 px.");
});

test("a parent that scrolls, wraps or has no end itself is named", () => {
  const [scrolled, wrapped, nested] = [view("Text"), view("Text", { expand: 1 }), view("Text", { expand: 1 })];
  const lengths = laidOut([
    view("Column", { scroll: "auto" }, [scrolled]),
    view("Column", { wrap: true }, [wrapped]),
    view("Column", {}, [nested]),
  ]);
  expect(describeAxis(scrolled, "y", lengths).said).toBe("Its Column says: no end, because its Column scrolls.");
  expect(describeAxis(nested, "y", lengths).said).toBe(
    "Its Column says: no end, because its Column has no end either.",
  );
  expect(describeAxis(wrapped, "x", lengths).said).toMatch(/^Its Column says: no end/);
});

test("the window decides about the page", () => {
  const text = view("Text");
  const lengths = laidOut([text]);
  const page = text.parent as View;
  expect(describeAxis(page, "x", lengths).said).toBe("The window says: exactly as wide as the window.");
  expect(describeAxis(page, "y", lengths).said).toBe("The window says: at least as high as the window.");
});

test("a box without a size has a reason, and says what helps", () => {
  const container = view("Container");
  const inRow = view("Container", { width: 40 });
  const row = view("Row", {}, [inRow]);
  const none = view("Container", { height: 0 });
  const stack = view("Stack", {}, [view("Text", { left: 0 })]);
  const holder = view("Container", {}, view("Container"));
  const hidden = view("Container", { alignment: "center" }, view("Text", { visible: false }));
  const lengths = laidOut([container, row, none, stack, holder, hidden], (at) => (at.type === "Text" ? 20 : 0));
  const why = (at: View) => describeAxis(at, "y", lengths).why;
  expect(why(container)).toBe(
    "This Container has no content, and the page gives it no height: give it a height, or expand.",
  );
  expect(why(inRow)).toBe("This Container has no content, and its Row gives it no height: give it a height.");
  expect(why(none)).toBe("Its own height is 0.");
  expect(why(stack)).toBe(
    "Everything in this Stack has a position, and the page gives it no height: give it a height, or expand.",
  );
  expect(why(holder)).toBe(
    "The Container in this Container has no height either, and the page gives it no height: give it a height, or expand.",
  );
  expect(why(hidden)).toMatch(/^This Container has no visible content, and /);
});

test("a share of nothing, and a parent without a size, are reasons", () => {
  const share = view("Container", { expand: 1 });
  const row = view("Row", {}, [share, view("Text")]);
  const inner = view("TextField");
  const narrow = view("Container", { width: 0 }, inner);
  const lengths = laidOut([row, narrow], (at) => (at === row ? 380 : 0));
  expect(describeAxis(share, "x", lengths).why).toBe(
    "The other controls in its Row leave no width for it: make them shorter.",
  );
  expect(describeAxis(inner, "x", lengths).why).toBe("Its Container has no width either: give its Container a width.");
});

test("an entry of the list has one reason for both axes where that is enough", () => {
  const [text, column, full] = [view("Text"), view("Column"), view("Text")];
  const lengths = laidOut([text, column, full], (at) => (at === full ? 20 : 0));
  expect(describeEmpty(text, lengths)).toBe(
    "no width, no height. This Text has no text: add some, or give it a width and a height.",
  );
  expect(describeEmpty(column, lengths)).toBe(
    "no width, no height. This Column has no controls: add some, or give it a width and a height.",
  );
  expect(describeEmpty(full, lengths)).toBeUndefined();
});

test("controls without a box are seen through, and paths are those of error messages", () => {
  const text = view("Text");
  const own = view("Control", {}, text);
  const hidden = view("Text", { visible: false });
  const column = view("Column", {}, [hidden, own]);
  const lengths = laidOut([column]);
  expect(boxesIn(column)).toEqual([text]);
  expect(pathText(text)).toBe("Page > Column[0] > Control[1] > Text");
  expect(describeAxis(text, "y", lengths).said).toBe("Its Column says: no end, because it does not expand.");
});
