import { Column, Container, Control, each, Row, state, Text, TextField } from "runlet";
import type { Children, Literal } from "runlet/spec";
import { map } from "rxjs";
import { COLUMNS, ROWS, rowOf, Sheet } from "./sheet.ts";

const CELL = { width: 88, height: 32 };
/** Visible height of the sheet in pixels, and the number of additional rows above and below it. */
const SEEN = 480;
const SPARE = 8;

/** 7GUIs 7: a sheet of 26 by 100 cells. Only the visible rows and a few more are on the page. */
export class Cells extends Control {
  readonly #sheet: Sheet;
  /** Name of the cell that is being edited. */
  readonly #edited = state<string | null>(null);
  readonly #top = state(0);

  constructor(sheet: Sheet = firstSheet()) {
    super();
    this.#sheet = sheet;
  }

  override build(): Control {
    const first$ = this.#top.select((top) => Math.max(0, Math.floor(top / CELL.height) - SPARE));
    const last = (first: number) => Math.min(ROWS, first + Math.ceil(SEEN / CELL.height) + 2 * SPARE);
    const numbers$ = first$.pipe(
      map((first) => Array.from({ length: last(first) - first }, (_, index) => first + index)),
    );
    const width = (COLUMNS.length + 1) * (CELL.width + 1);
    return new Row({
      scroll: "auto",
      controls: [
        new Column({
          spacing: 1,
          width,
          controls: [
            line(
              "",
              [...COLUMNS].map((letter) => head(letter)),
            ),
            new Column({
              height: SEEN,
              width,
              scroll: "auto",
              spacing: 0,
              onScroll: ({ data }) => this.#top.set(data.pixels),
              controls: [
                new Container({ height: first$.pipe(map((first) => first * CELL.height)) }),
                new Column({
                  spacing: 0,
                  controls: each(
                    numbers$,
                    (row) => row,
                    (_, row) => this.#row(Number(row)),
                  ),
                }),
                new Container({ height: first$.pipe(map((first) => (ROWS - last(first)) * CELL.height)) }),
              ],
            }),
          ],
        }),
      ],
    });
  }

  #row(row: number) {
    const edited$ = this.#edited.select((id) => (id !== null && rowOf(id) === row ? id : null));
    const cells$ = edited$.pipe(map((edited) => [...COLUMNS].map((letter) => ({ id: letter + row, edited }))));
    const key = ({ id, edited }: { id: string; edited: string | null }) => (id === edited ? `${id} edited` : id);
    return line(
      String(row),
      each(cells$, key, (_, key) =>
        String(key).endsWith("edited") ? this.#field(String(key)) : this.#cell(String(key)),
      ),
    );
  }

  #cell(id: string) {
    const { value } = this.#sheet.cell(id);
    const shown$ = value.select((value) => (typeof value === "number" ? String(Number(value.toFixed(6))) : value));
    return new Text({
      ...CELL,
      value: shown$,
      semanticsLabel: shown$.pipe(map((shown) => `${id} ${shown}`)),
      textAlign: "center",
      bgcolor: "surfacecontainerlowest",
      noWrap: true,
      onTap: () => this.#edited.set(id),
    });
  }

  #field(key: string) {
    const id = key.slice(0, key.indexOf(" "));
    const done = (text: string) => {
      this.#sheet.enter(id, text);
      this.#edited.set(null);
    };
    return new TextField({
      ...CELL,
      label: id,
      value: this.#sheet.cell(id).text.value,
      autofocus: true,
      dense: true,
      onSubmit: ({ data }) => done(data),
      onBlur: ({ control }) => done(control.value),
    });
  }
}

function line(name: string, cells: Children<Literal>) {
  return new Row({
    spacing: 1,
    height: CELL.height + 1,
    controls: [head(name, 40), new Row({ spacing: 1, tight: true, controls: cells })],
  });
}

function head(value: string, width: number = CELL.width) {
  return new Text({ value, ...CELL, width, textAlign: "center", color: "onsurfacevariant" });
}

/** Initial content of some cells. */
function firstSheet() {
  const sheet = new Sheet();
  const cells = {
    A0: "Price",
    B0: "Pieces",
    C0: "Sum",
    A1: "5",
    B1: "12",
    C1: "=A1*B1",
    A2: "7.5",
    B2: "4",
    C2: "=A2*B2",
  };
  for (const [id, text] of Object.entries({ ...cells, B3: "Total", C3: "=SUM(C1:C2)" })) sheet.enter(id, text);
  return sheet;
}
