import type { Documents, Operation, Update } from "runlet/transport";

/** New documents and operations of one update. */
export type Content = Pick<Update, "docs" | "ops">;

/** Returns a page of rows of four controls each: the Row, a Text, a Button and a Text. */
export function groups(controls: number): Documents {
  const documents: Documents = {};
  const rows: number[] = [];
  for (let id = 2; id < controls; id += 4) {
    rows.push(id);
    addGroup(documents, id);
  }
  documents[1] = { $type: "Page", $slots: { controls: rows } };
  return documents;
}

function addGroup(documents: Documents, id: number): void {
  documents[id] = { $type: "Row", $slots: { controls: [id + 1, id + 2, id + 3] } };
  documents[id + 1] = { $type: "Text", value: `Item ${id}` };
  documents[id + 2] = { $type: "Button", content: "Go", onClick: true };
  documents[id + 3] = { $type: "Text", value: "as it was" };
}

/** Returns the steps, each a list of updates. One change alone is too short for a browser's coarse clock. */
export function steps(controls: number): { readonly [what: string]: readonly Content[] } {
  const rows = Array.from({ length: Math.ceil((controls - 2) / 4) }, (_, index) => 2 + 4 * index);
  const value = (row: number, text: string): Operation => ({ op: "replace", path: `/${row + 1}/value`, value: text });
  const group: Documents = {};
  addGroup(group, controls + 10);
  const docs = [controls + 10, ...Object.values(group)];
  return {
    "change 1 of 10,000, a hundred times": rows.slice(1000, 1100).map((row) => ({ ops: [value(row, "changed")] })),
    "change 1,000 of 10,000": [{ ops: rows.slice(0, 1000).map((row) => value(row, "changed too")) }],
    "insert a row at the head": [{ docs, ops: [{ op: "add", path: "/1/$slots/controls/0", value: controls + 10 }] }],
    "reverse the rows": [
      { ops: [{ op: "replace", path: "/1/$slots/controls", value: [...rows].reverse().concat(controls + 10) }] },
    ],
  };
}

/** Returns a page of `count` fields of one type, each with a listener. */
export function fields(type: string, count: number): Documents {
  const ids = Array.from({ length: count }, (_, index) => index + 2);
  const document = {
    TextField: { label: "Name", value: "Ann" },
    Switch: { label: "Wi-Fi", value: true },
    Slider: { value: 0.4 },
  }[type];
  return {
    1: { $type: "Page", $slots: { controls: ids } },
    ...Object.fromEntries(ids.map((id) => [id, { $type: type, ...document, onChange: true }])),
  };
}
