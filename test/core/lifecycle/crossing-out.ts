import type { CaseGroup } from "./case.ts";

export const CROSSING_OUT: CaseGroup = {
  title: "Out of an isolated control",
  file: "crossing-out.ts",
  cases: [
    {
      name: "out: at once on both sides; the giver's hook waits for its update()",
      page: "i(a b) p",
      do: async ({ i, p, a, turn, mark }) => {
        i.controls.shift();
        p.controls = [a];
        await turn();
        mark("i.update()");
        i.update();
      },
      hooks: "beforeUpdate p · i.update() · beforeUpdate i",
      sent: ["i - [0], p = [a]", "i.update()"],
    },
    {
      name: "out, with what waits below it: that goes with it",
      page: "i(q(a)) p",
      do: async ({ i, p, q, a, b, turn, mark }) => {
        a.value = "x";
        q.controls.push(b);
        await turn();
        mark("out");
        i.controls = [];
        p.controls = [q];
      },
      hooks: "out · beforeUpdate p · build b · beforeUpdate q · beforeUpdate a · beforeUpdate b · didMount b",
      sent: ["out", 'i = [], p = [q], a.value = "x", new b, q[1] + b'],
    },
    {
      name: "a removal that waits, and then it is put outside: a move after all",
      page: "i(a) p",
      do: async ({ i, p, a, turn, mark }) => {
        i.controls = [];
        await turn();
        mark("out");
        p.controls = [a];
        await turn();
        mark("i.update()");
        i.update();
      },
      hooks: "out · beforeUpdate p · i.update() · beforeUpdate i",
      sent: ["out", "i = [], p = [a]", "i.update()"],
    },
    {
      name: "out, and the isolated control leaves in the same turn",
      page: "i(a b) p",
      do: ({ page, i, p, a }) => {
        i.controls.shift();
        p.controls = [a];
        page.remove(i);
      },
      hooks: "willUnmount b · willUnmount i · beforeUpdate p",
      sent: ["page - [0], p = [a]"],
    },
  ],
};
