import type { CaseGroup } from "./case.ts";

export const CROSSING_IN: CaseGroup = {
  title: "Into an isolated control",
  file: "crossing-in.ts",
  cases: [
    {
      name: "in: at once on both sides; the taker's hook waits for its update()",
      page: "p(a b) i",
      do: async ({ p, i, a, turn, mark }) => {
        p.controls.shift();
        i.controls = [a];
        await turn();
        mark("i.update()");
        i.update();
      },
      hooks: "beforeUpdate p · i.update() · beforeUpdate i",
      sent: ["p - [0], i = [a]", "i.update()"],
    },
    {
      name: "in, and update() in the same turn",
      page: "p(a b) i",
      do: ({ p, i, a }) => {
        p.controls.shift();
        i.controls = [a];
        i.update();
      },
      hooks: "beforeUpdate p · beforeUpdate i",
      sent: ["p - [0], i = [a]"],
    },
    {
      name: "in, among other changes there: those go on waiting",
      page: "p(a) i(b c)",
      do: async ({ p, i, a, c, n, turn, mark }) => {
        p.controls = [];
        i.controls = [n, c, a];
        await turn();
        mark("i.update()");
        i.update();
      },
      hooks: "beforeUpdate p · i.update() · willUnmount b · build n · beforeUpdate i · beforeUpdate n · didMount n",
      sent: ["p = [], i[2] + a", "i.update()", "new n, i = [n c a]"],
    },
    {
      name: "in, below a box that is there",
      page: "p(a) i(q)",
      do: async ({ p, q, a, turn, mark }) => {
        p.controls = [];
        q.controls = [a];
        await turn();
        mark("i.update()");
        q.update();
      },
      hooks: "beforeUpdate p · i.update() · beforeUpdate q",
      sent: ["p = [], q = [a]", "i.update()"],
    },
    {
      name: "in, below a control that is new there: that enters with it",
      page: "p(a) i",
      do: async ({ p, q, i, a, turn, mark }) => {
        p.controls = [];
        q.controls = [a];
        i.controls = [q];
        await turn();
        mark("i.update()");
        i.update();
      },
      hooks: "build q · beforeUpdate p · beforeUpdate q · didMount q · i.update() · beforeUpdate i",
      sent: ["p = [], new q[a], i = [q]", "i.update()"],
    },
    {
      name: "in, and then a change of its own: that waits, it is inside",
      page: "p(a) i",
      do: async ({ p, i, a, turn, mark }) => {
        p.controls = [];
        i.controls = [a];
        await turn();
        a.value = "x";
        await turn();
        mark("i.update()");
        i.update();
      },
      hooks: "beforeUpdate p · i.update() · beforeUpdate i · beforeUpdate a",
      sent: ["p = [], i = [a]", "i.update()", 'a.value = "x"'],
    },
    {
      name: "in, and back in the next turn: two moves",
      page: "p(a) i",
      do: async ({ p, i, a, turn, mark }) => {
        p.controls = [];
        i.controls = [a];
        await turn();
        mark("back");
        i.controls = [];
        p.controls = [a];
        await turn();
        mark("i.update()");
        i.update();
      },
      hooks: "beforeUpdate p · back · beforeUpdate p · i.update() · beforeUpdate i",
      sent: ["p = [], i = [a]", "back", "i = [], p = [a]", "i.update()"],
    },
    {
      name: "in, and then out of the list there: a removal that waits",
      page: "p(a) i",
      do: async ({ p, i, a, turn, mark }) => {
        p.controls = [];
        i.controls = [a];
        await turn();
        i.controls = [];
        await turn();
        mark("i.update()");
        i.update();
      },
      hooks: "beforeUpdate p · i.update() · willUnmount a · beforeUpdate i",
      sent: ["p = [], i = [a]", "i.update()", "i = []"],
    },
    {
      name: "in, and its former parent leaves in the same turn",
      page: "p(a b) i",
      do: ({ page, p, i, a }) => {
        i.controls = [a];
        page.remove(p);
      },
      hooks: "willUnmount b · willUnmount p",
      sent: ["page - [0], i = [a]"],
    },
    {
      name: "in, and then the isolated control leaves: it leaves once",
      page: "p(a) i b",
      do: async ({ page, p, i, a, turn }) => {
        p.controls = [];
        i.controls = [a];
        await turn();
        page.remove(i);
      },
      hooks: "beforeUpdate p · willUnmount a · willUnmount i",
      sent: ["p = [], i = [a]", "page - [1]"],
    },
    {
      name: "in, and the isolated control leaves in the same turn: it leaves once",
      page: "p(a) i b",
      do: ({ page, p, i, a }) => {
        p.controls = [];
        i.controls = [a];
        page.remove(i);
      },
      hooks: "willUnmount a · willUnmount i · beforeUpdate p",
      sent: ["page - [1], p = []"],
    },
  ],
};
