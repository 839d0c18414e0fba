import { Column } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";
import { specOf } from "../../src/controls/control.ts";
import { accessibleName } from "../../src/testing/query.ts";
import { button } from "../support/focus-cases/case.ts";
import { focusCases } from "../support/focus-cases/index.ts";

test.each(Object.entries(focusCases))("the kit moves the focus as the browser does: %s", async (_, make) => {
  const { root, start, opens = [], isClicked, act, focused, inKit = focused } = make();
  const h = mount(new Column({ controls: [root, button("After")] }));
  for (const control of opens) if (specOf(control).type !== "SearchBar") await h.tap(control);
  // An unknown key gives the focus to the control, and does nothing more.
  if (isClicked === true) await h.tap(start);
  else await h.press(start, "F5").catch(() => {});
  expect(h.focused).toBe(start);
  act();
  await h.flush();
  expect(h.focused && (accessibleName(h.focused) || specOf(h.focused).type)).toBe(inKit);
  await h.unmount();
});
