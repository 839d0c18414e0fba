import { Column, type Page, type RunletError, Text } from "runlet";
import { mount } from "runlet/testing";
import { describe, expect, test, vi } from "vitest";

/** Number of controls above which a list is not searched from its start. */
const MANY = 200;

/** Opens a page with `count` texts, whose values are their numbers. */
function open(count: number): { page: Page; texts: Text[] } {
  const texts = Array.from({ length: count }, (_, index) => new Text({ value: String(index) }));
  const { page } = mount((opened) => opened.add(...texts));
  return { page, texts };
}

function codeOf(act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as RunletError).code;
  }
}

describe.each([3, MANY])("with %s controls on the page", (count) => {
  test("a control that is there cannot be added again, however the list was edited before", () => {
    const { page, texts } = open(count);
    const [first, second, third] = texts as [Text, Text, Text];
    const added = new Text();
    const isThere = (control: Text): boolean => codeOf(() => page.add(control)) === "duplicate-control";
    expect(texts.every(isThere)).toBe(true);
    expect(codeOf(() => page.add(added, added))).toBe("duplicate-control");
    page.insert(1, added);
    expect(isThere(added)).toBe(true);
    page.controls.reverse();
    page.controls.sort();
    expect([first, added].map(isThere)).toEqual([true, true]);
    page.controls.splice(page.controls.indexOf(first), 1);
    page.controls[page.controls.indexOf(second)] = new Text();
    page.controls = page.controls.filter((control) => control !== third);
    expect(page.controls).toHaveLength(count - 1);
    for (const control of [first, second, third]) {
      expect(isThere(control)).toBe(false);
      expect(isThere(control)).toBe(true);
    }
    expect(page.controls.slice(-3)).toEqual([first, second, third]);
  });

  test("an instance that is put in twice counts once after the flush, and can be added after its removal", async () => {
    const { page, texts } = open(count);
    const [text] = texts as [Text];
    const errors: string[] = [];
    page.onError = ({ error }) => void errors.push((error as RunletError).code);
    page.controls.push(text);
    page.controls.reverse();
    expect(codeOf(() => page.add(text))).toBe("duplicate-control");
    page.update();
    expect(errors).toEqual(["duplicate-control"]);
    page.remove(text);
    expect(codeOf(() => page.add(text))).toBeUndefined();
  });

  test("remove() removes each control once, and none if one is not there", () => {
    const { page, texts } = open(count);
    const [first, second] = texts as [Text, Text];
    expect(codeOf(() => page.remove(first, new Text()))).toBe("not-found");
    expect(page.controls).toHaveLength(count);
    page.remove(first, second, first);
    expect(page.controls).toEqual(texts.slice(2));
    expect(codeOf(() => page.remove(first))).toBe("not-found");
  });
});

test("adding or removing one of many controls does not search the others for it", () => {
  const { page, texts } = open(MANY);
  page.add(new Text());
  const includes = vi.spyOn(Array.prototype, "includes");
  const sets = vi.spyOn(Set.prototype, "add");
  for (let n = 0; n < 50; n++) page.add(new Text());
  page.remove(...texts.slice(0, 50));
  page.insert(7, new Column());
  const longSearches = includes.mock.contexts.filter((array) => (array as unknown[]).length > 50);
  const added = sets.mock.calls.length;
  vi.restoreAllMocks();
  expect(longSearches).toEqual([]);
  expect(added).toBeLessThan(MANY);
  page.clean();
  expect(page.controls).toEqual([]);
});
