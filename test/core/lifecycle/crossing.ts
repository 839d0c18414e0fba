import type { Theme } from "./case.ts";

const WAITS = "the flush outside unmounts it, though the isolated control has it: it should wait for its taker";

export const CROSSING: Theme = {
  title: "Across the edge of an isolated control",
  file: "crossing.ts",
  cases: [
    {
      name: "out: at once, on both sides; the giver's hook waits for its update()",
      page: "i(a b) p",
      do: async ({ i, p, a, turn, note }) => {
        i.controls.shift();
        p.controls = [a];
        await turn();
        note("i.update()");
        i.update();
      },
      hooks: "beforeUpdate p · i.update() · beforeUpdate i",
      sent: ["i - [0], p = [a]"],
    },
    {
      name: "out, with what waits below it: that goes with it",
      page: "i(q(a)) p",
      do: async ({ i, p, q, a, b, turn }) => {
        a.value = "x";
        q.controls.push(b);
        await turn();
        i.controls = [];
        p.controls = [q];
      },
      hooks: "beforeUpdate p · build b · beforeUpdate q · beforeUpdate a · beforeUpdate b · didMount b",
      sent: ['i = [], p = [q], a.value = "x", new b, q[1] + b'],
    },
    {
      name: "in: stays where it was until the taker's update(), then at once on both sides",
      page: "p(a b) i",
      do: async ({ p, i, a, turn, note }) => {
        p.controls.shift();
        i.controls = [a];
        await turn();
        note("i.update()");
        i.update();
      },
      hooks: "beforeUpdate p · i.update() · beforeUpdate i",
      sent: ["p - [0], i = [a]"],
      fails: WAITS,
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
      name: "in, below a control that is new there",
      page: "p(a) i",
      do: async ({ p, q, i, a, turn, note }) => {
        p.controls = [];
        q.controls = [a];
        i.controls = [q];
        await turn();
        note("i.update()");
        i.update();
      },
      hooks: "beforeUpdate p · i.update() · build q · beforeUpdate i · beforeUpdate q · didMount q",
      sent: ["p = [], new q[a], i = [q]"],
      fails: WAITS,
    },
    {
      name: "in, its own changes meanwhile: they go, it still is outside",
      page: "p(a) i",
      do: async ({ p, i, a, turn, note }) => {
        p.controls = [];
        i.controls = [a];
        await turn();
        a.value = "x";
        await turn();
        note("i.update()");
        i.update();
      },
      hooks: "beforeUpdate p · beforeUpdate a · i.update() · beforeUpdate i",
      sent: ['a.value = "x"', "p = [], i = [a]"],
      fails: WAITS,
    },
    {
      name: "in, and back before update(): nothing happened",
      page: "p(a) i",
      do: async ({ p, i, a, turn }) => {
        p.controls = [];
        i.controls = [a];
        await turn();
        i.controls = [];
        p.controls = [a];
        await turn();
        i.update();
      },
      hooks: "beforeUpdate p · beforeUpdate p · beforeUpdate i",
      sent: [],
      fails: WAITS,
    },
    {
      name: "in, and out of there before update(): it leaves with the next flush",
      page: "p(a) i",
      do: async ({ p, i, a, turn }) => {
        p.controls = [];
        i.controls = [a];
        await turn();
        i.controls = [];
        await turn();
        i.update();
      },
      hooks: "beforeUpdate p · willUnmount a · beforeUpdate i",
      sent: ["p = []"],
      fails: WAITS,
    },
    {
      name: "in, and where it stood leaves before update(): it leaves with it, and enters with update()",
      page: "p(a) i",
      do: async ({ page, p, i, a, turn }) => {
        p.controls = [];
        i.controls = [a];
        await turn();
        page.remove(p);
        await turn();
        i.update();
      },
      hooks: "beforeUpdate p · willUnmount a · willUnmount p · beforeUpdate i · beforeUpdate a · didMount a",
      sent: ["page - [0]", "new a, i = [a]"],
      fails: WAITS,
    },
    {
      name: "in, and the isolated control leaves before update(): it leaves once",
      page: "p(a) i b",
      do: async ({ page, p, i, a, turn }) => {
        p.controls = [];
        i.controls = [a];
        await turn();
        page.remove(i);
      },
      hooks: "beforeUpdate p · willUnmount a · willUnmount i",
      sent: ["p = [], page - [1]"],
      fails: WAITS,
    },
    {
      name: "between two, the taker's update() first",
      page: "i(a) j",
      do: ({ i, j, a }) => {
        i.controls = [];
        j.controls = [a];
        j.update();
        i.update();
      },
      hooks: "beforeUpdate j · beforeUpdate i",
      sent: ["i = [], j = [a]"],
    },
    {
      name: "between two, the giver's update() first: it stays until the taker's",
      page: "i(a) j",
      do: ({ i, j, a, note }) => {
        i.controls = [];
        j.controls = [a];
        i.update();
        note("j.update()");
        j.update();
      },
      hooks: "beforeUpdate i · j.update() · beforeUpdate j",
      sent: ["i = [], j = [a]"],
      fails: WAITS,
    },
    {
      name: "from an inner one to the outer, with the outer's update()",
      page: "i(j(a))",
      do: ({ i, j, a, note }) => {
        j.controls = [];
        i.controls.push(a);
        i.update();
        note("j.update()");
        j.update();
      },
      hooks: "beforeUpdate i · j.update() · beforeUpdate j",
      sent: ["j = [], i[1] + a"],
    },
    {
      name: "from an inner one to the outer, with the inner's update(): it stays until the outer's",
      page: "i(j(a))",
      do: ({ i, j, a, note }) => {
        j.controls = [];
        i.controls.push(a);
        j.update();
        note("i.update()");
        i.update();
      },
      hooks: "beforeUpdate j · i.update() · beforeUpdate i",
      sent: ["j = [], i[1] + a"],
      fails: WAITS,
    },
    {
      name: "from the outer one to an inner, with the outer's update(): it stays until the inner's",
      page: "i(a j)",
      do: ({ i, j, a, note }) => {
        i.controls.shift();
        j.controls = [a];
        i.update();
        note("j.update()");
        j.update();
      },
      hooks: "beforeUpdate i · j.update() · beforeUpdate j",
      sent: ["i - [0], j = [a]"],
      fails: WAITS,
    },
    {
      name: "from the outer one to an inner, with the inner's update()",
      page: "i(a j)",
      do: ({ i, j, a, note }) => {
        i.controls.shift();
        j.controls = [a];
        j.update();
        note("i.update()");
        i.update();
      },
      hooks: "beforeUpdate j · i.update() · beforeUpdate i",
      sent: ["i - [0], j = [a]"],
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
    {
      name: "a removal that waits, and then it is put outside: a move after all",
      page: "i(a) p",
      do: async ({ i, p, a, turn }) => {
        i.controls = [];
        await turn();
        p.controls = [a];
        await turn();
        i.update();
      },
      hooks: "beforeUpdate p · beforeUpdate i",
      sent: ["i = [], p = [a]"],
    },
    {
      name: "an isolated control itself, out of another",
      page: "i(j(a)) p",
      do: ({ i, j, p }) => {
        i.controls = [];
        p.controls = [j];
      },
      hooks: "beforeUpdate p",
      sent: ["i = [], p = [j]"],
    },
  ],
};
