import type { CaseGroup } from "./case.ts";

export const CROSSING_BETWEEN: CaseGroup = {
  title: "From one isolated control to another",
  file: "crossing-between.ts",
  cases: [
    {
      name: "between two, with the taker's update()",
      page: "i(a) j",
      do: ({ i, j, a, mark }) => {
        i.controls = [];
        j.controls = [a];
        j.update();
        mark("i.update()");
        i.update();
      },
      hooks: "beforeUpdate j · i.update() · beforeUpdate i",
      sent: ["i = [], j = [a]", "i.update()"],
    },
    {
      name: "between two, with the giver's update()",
      page: "i(a) j",
      do: ({ i, j, a, mark }) => {
        i.controls = [];
        j.controls = [a];
        i.update();
        mark("j.update()");
        j.update();
      },
      hooks: "beforeUpdate i · j.update() · beforeUpdate j",
      sent: ["i = [], j = [a]", "j.update()"],
    },
    {
      name: "between two, in a turn without update(): it stays",
      page: "i(a) j",
      do: async ({ i, j, a, turn, mark }) => {
        i.controls = [];
        j.controls = [a];
        await turn();
        mark("i.update()");
        i.update();
      },
      hooks: "i.update() · beforeUpdate i",
      sent: ["i.update()", "i = [], j = [a]"],
    },
    {
      name: "from an inner one to the outer, with the outer's update()",
      page: "i(j(a))",
      do: ({ i, j, a, mark }) => {
        j.controls = [];
        i.controls.push(a);
        i.update();
        mark("j.update()");
        j.update();
      },
      hooks: "beforeUpdate i · j.update() · beforeUpdate j",
      sent: ["j = [], i[1] + a", "j.update()"],
    },
    {
      name: "from an inner one to the outer, with the inner's update()",
      page: "i(j(a))",
      do: ({ i, j, a, mark }) => {
        j.controls = [];
        i.controls.push(a);
        j.update();
        mark("i.update()");
        i.update();
      },
      hooks: "beforeUpdate j · i.update() · beforeUpdate i",
      sent: ["j = [], i[1] + a", "i.update()"],
    },
    {
      name: "from the outer one to an inner, with the outer's update()",
      page: "i(a j)",
      do: ({ i, j, a, mark }) => {
        i.controls.shift();
        j.controls = [a];
        i.update();
        mark("j.update()");
        j.update();
      },
      hooks: "beforeUpdate i · j.update() · beforeUpdate j",
      sent: ["i - [0], j = [a]", "j.update()"],
    },
    {
      name: "from the outer one to an inner, with the inner's update()",
      page: "i(a j)",
      do: ({ i, j, a, mark }) => {
        i.controls.shift();
        j.controls = [a];
        j.update();
        mark("i.update()");
        i.update();
      },
      hooks: "beforeUpdate j · i.update() · beforeUpdate i",
      sent: ["i - [0], j = [a]", "i.update()"],
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
    {
      name: "an isolated control itself, into another, with what waits in it",
      page: "j(a) i",
      do: async ({ page, i, j, a, mark, turn }) => {
        a.value = "x";
        page.remove(j);
        i.controls = [j];
        await turn();
        mark("i.update()");
        i.update();
        mark("j.update()");
        j.update();
      },
      hooks: "i.update() · beforeUpdate i · j.update() · beforeUpdate j · beforeUpdate a",
      sent: ["page - [0], i = [j]", "i.update()", "j.update()", 'a.value = "x"'],
    },
  ],
};
