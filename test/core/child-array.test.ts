import { Column, Dropdown, Row, RunletError, Text } from "runlet";
import { mount } from "runlet/testing";
import { expect, test } from "vitest";

test("remove() removes children of a list, one operation each, and keeps the others", async () => {
  const texts = Array.from({ length: 100 }, (_, index) => new Text({ value: `${index}` }));
  const [first, second] = texts as [Text, Text];
  const column = new Column({ controls: texts });
  const h = mount((page) => page.add(column));
  h.takeOperations();
  column.controls.remove(second, first, second);
  await h.flush();
  expect([...column.controls]).toEqual(texts.slice(2));
  expect(h.takeOperations().map(({ op }) => op)).toEqual(["remove", "remove"]);
  expect(second.isMounted).toBe(false);
  await h.unmount();
});

test("remove() of a control that is not in the list throws, and removes none", () => {
  const [inside, outside] = [new Text(), new Text()];
  const row = new Row({ controls: [inside] });
  expect(() => row.controls.remove(inside, outside)).toThrow(RunletError);
  expect(() => row.controls.remove(outside)).toThrow(
    "Text is not in Row.controls, so it cannot be removed from there.",
  );
  expect(() => row.controls.remove(0 as never)).toThrow(
    "0 is not in Row.controls: remove() takes the controls themselves, as in remove(row), or splice(index, 1).",
  );
  expect(() => row.controls.remove([inside] as never)).toThrow("as in remove(...rows)");
  expect(() => new Dropdown({ options: ["a"] as never })).toThrow(
    'Dropdown.options[0] must be a DropdownOption, made by new DropdownOption({ … }), not "a".',
  );
  expect(row.controls).toEqual([inside]);
});
