import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { draw } from "../../scripts/layout-pictures/drawing.ts";
import { readCorpus } from "./parse.ts";

const FOLDER = "docs/guide/layout/";
const pictures = readdirSync(FOLDER).map((file) => ({ file, svg: readFileSync(FOLDER + file, "utf8") }));

test("each picture has a title and a description, and colors for light and dark", () => {
  expect(pictures.length).toBeGreaterThan(20);
  for (const { file, svg } of pictures) {
    expect(svg, file).toMatch(/<svg [^>]*role="img" aria-labelledby="title desc"/);
    expect(svg, file).toMatch(/<title id="title">[A-Z][^<]{20,}\.<\/title>/);
    expect(svg, file).toMatch(/<desc id="desc">Case [^<]*Boxes:\n[^<]+<\/desc>/);
    expect(svg, file).toContain("prefers-color-scheme: dark");
  }
});

test("a picture has each box where the case has it", () => {
  const shown = [...readCorpus().values()].flat().find(({ name }) => name === "row/expand-123")!;
  const svg = draw({ shown, title: "A Row.", hasOutline: true });
  for (const [left, top, width, height] of Object.values(shown.boxes).map((box) => box!)) {
    expect(svg).toContain(`<rect x="${left}" y="${top}" width="${width}" height="${height}" fill=`);
  }
  expect(svg).toContain("case row/expand-123");
  expect(svg).toContain(">  Container b height=30 expand=2<");
});

test("every case can be drawn, with a label for each visible box", () => {
  for (const shown of [...readCorpus().values()].flat()) {
    const svg = draw({ shown, title: "Any case.", hasOutline: true });
    const visible = Object.entries(shown.boxes).filter(([, box]) => box !== null);
    const labels = [...svg.matchAll(/<text class="label"[^>]*>([^<]*)/g)].flatMap(([, names = ""]) =>
      names.split(", "),
    );
    expect(labels.sort(), shown.name).toEqual(visible.map(([key]) => key).sort());
    expect(svg, shown.name).not.toMatch(/NaN|undefined|Infinity/);
  }
});
