import {
  Card,
  Checkbox,
  Column,
  Divider,
  ExpansionTile,
  GridView,
  ListTile,
  ListView,
  ResponsiveRow,
  SafeArea,
  Stack,
  Text,
  VerticalDivider,
} from "runlet";
import { one, type Scene, use } from "./scene.ts";

export const scenes: readonly Scene[] = [
  ["a clickable list tile", one(() => new ListTile({ title: "a" })), use],
  [
    "a list tile that toggles its checkbox",
    () => {
      const box = new Checkbox();
      return { used: [new ListTile({ title: "a", trailing: box, toggleInputs: true }), box] };
    },
    async (hands, tile, box) => {
      await use(hands, tile);
      await hands.tap(box as Checkbox);
    },
  ],
  ["an expansion tile", one(() => new ExpansionTile({ title: "a", controls: [new Text({ value: "b" })] })), use],
  [
    "a list tile in a list in a card",
    () => {
      const tile = new ListTile({ title: "a" });
      const list = new ListView({ height: 100, controls: [tile, new Divider()] });
      const card = new Card({ content: list });
      return { used: [tile, list, card], root: card };
    },
    use,
  ],
  [
    "a list tile in a grid, a stack, a responsive row and a safe area",
    () => {
      const tile = new ListTile({ title: "a" });
      const grid = new GridView({ height: 300, childAspectRatio: 8, controls: [tile, new VerticalDivider()] });
      const stack = new Stack({ controls: [grid] });
      const columns = new ResponsiveRow({ controls: [stack] });
      const safe = new SafeArea({ content: columns });
      return { used: [tile, grid, stack, columns, safe], root: new Column({ controls: [safe] }) };
    },
    use,
  ],
];
