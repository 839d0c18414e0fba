import { Column, type Control, Text, TextField } from "runlet";
import { mount } from "runlet/testing";
import { describe, expect, test } from "vitest";
import { Cells } from "../../../examples/7guis/cells.ts";
import { Sheet } from "../../../examples/7guis/sheet.ts";

function sheetOf(cells: { readonly [id: string]: string }) {
  const sheet = new Sheet();
  for (const [id, text] of Object.entries(cells)) sheet.enter(id, text);
  return { sheet, value: (id: string) => sheet.cell(id).value.value };
}

describe("a sheet", () => {
  test.each([
    ["12", 12],
    ["hello", "hello"],
    ["=1+2*3", 7],
    ["=(1+2)*-3", -9],
    ["=8/4/2", 1],
    ["=A1+B1", 7],
    ["=a1*b1", 10],
    ["=SUM(A1:B2)", 7],
    ["=SUM(B2:A1)", 7],
    ["=AVERAGE(A1:B1)", 3.5],
    ["=MIN(A1:B1)+MAX(A1)", 4],
    ["=Z99+1", 1],
    ["=1/0", "#ERROR"],
    ["=1+", "#ERROR"],
    ["=A1 B1", "#ERROR"],
    ["=A100", "#ERROR"],
    ["=NOPE(A1)", "#ERROR"],
    ["=C2+1", "#ERROR"],
  ])("%s evaluates to %s", (text, expected) => {
    expect(sheetOf({ A1: "2", B1: "5", C2: "text", D1: text }).value("D1")).toBe(expected);
  });

  test("a change updates all dependent cells, and each is computed once", () => {
    // Each cell is the sum of the two before it. A naive evaluation would compute 2^40 cells.
    const cells: { [id: string]: string } = { A0: "1", A1: "1" };
    for (let row = 2; row < 40; row++) cells[`A${row}`] = `=A${row - 1}+A${row - 2}`;
    const { sheet, value } = sheetOf(cells);
    let emissions = 0;
    sheet.cell("A39").value.subscribe(() => emissions++);
    sheet.enter("A0", "2");
    expect(value("A39")).toBe(102334155 + 39088169);
    expect(emissions).toBe(2);
  });

  test("a cycle is reported in all its cells and in dependent cells, until it is removed", () => {
    const { sheet, value } = sheetOf({ A1: "=B1", B1: "=C1", C1: "=A1", D1: "=C1+1" });
    expect(["A1", "B1", "C1", "D1"].map(value)).toEqual(["#CYCLE", "#CYCLE", "#CYCLE", "#CYCLE"]);
    sheet.enter("C1", "5");
    expect(["A1", "B1", "C1", "D1"].map(value)).toEqual([5, 5, 5, 6]);
    sheet.enter("A1", "=A1");
    expect(value("A1")).toBe("#CYCLE");
  });
});

describe("cells", () => {
  const find = (h: ReturnType<typeof mount>, id: string) =>
    h.getAllByType(Text).find(({ semanticsLabel }) => semanticsLabel?.split(" ")[0] === id);

  test("a tap edits a cell, Enter commits it, and dependent cells change", async () => {
    await using h = mount(new Cells());
    expect(find(h, "C3")?.value).toBe("90");
    await h.tap(find(h, "A1") as Control);
    const field = h.getByType(TextField);
    expect(field.value).toBe("5");
    await h.clear(field);
    h.takeOperations();
    await h.type(field, "10\n");
    expect([find(h, "A1")?.value, find(h, "C1")?.value, find(h, "C3")?.value]).toEqual(["10", "120", "150"]);
    expect(h.queryByType(TextField)).toBeUndefined();
  });

  test("only visible rows are on the page, and scrolling replaces them", async () => {
    await using h = mount(new Cells());
    const count = () => h.getAllByType(Text).length;
    const before = count();
    expect(before).toBeLessThanOrEqual(32 * 27);
    expect(find(h, "A99")).toBeUndefined();
    const scrolling = h.getAllByType(Column).find(({ scroll }) => scroll === "auto") as Column;
    await h.fire(scrolling, "scroll", {
      eventType: "update",
      pixels: 100 * 33 - 480,
      minScrollExtent: 0,
      maxScrollExtent: 2820,
      viewportDimension: 480,
    });
    expect(find(h, "A99")?.isMounted).toBe(true);
    expect(find(h, "A0")).toBeUndefined();
    expect(count()).toBeLessThanOrEqual(32 * 27);
  });
});
