import type { CaseGroup } from "./case.ts";

export const ISOLATION: CaseGroup = {
  title: "Isolated controls",
  file: "isolation.ts",
  cases: [
    {
      name: "entering: all below it enters with it",
      do: ({ page, i, a }) => {
        i.controls = [a];
        page.add(i);
      },
      hooks: "build i · build a · beforeUpdate i · beforeUpdate a · didMount i · didMount a",
      sent: ["new i[a], new a, page = [i]"],
    },
    {
      name: "what build() sets below it is part of the entering",
      do: ({ page, i, a, during }) => {
        i.controls = [a];
        during(i, "build", () => void (a.value = "x"));
        page.add(i);
      },
      hooks: "build i · build a · beforeUpdate i · beforeUpdate a · didMount i · didMount a",
      sent: ['new i[a], new a {"value":"x"}, page = [i]'],
    },
    {
      name: "what didMount() sets below it waits",
      do: async ({ page, i, a, during, turn, mark }) => {
        i.controls = [a];
        during(a, "didMount", () => void (a.value = "x"));
        page.add(i);
        await turn();
        mark("i.update()");
        i.update();
      },
      hooks:
        "build i · build a · beforeUpdate i · beforeUpdate a · didMount i · didMount a · i.update() · beforeUpdate i · beforeUpdate a",
      sent: ["new i[a], new a, page = [i]", "i.update()", 'a.value = "x"'],
    },
    {
      name: "its own properties and its children in one turn: the properties go, the children wait",
      page: "i(a)",
      do: async ({ i, b, turn, mark }) => {
        i.spacing = 3;
        i.controls.push(b);
        await turn();
        mark("i.update()");
        i.update();
      },
      hooks: "beforeUpdate i · i.update() · build b · beforeUpdate i · beforeUpdate b · didMount b",
      sent: ["i.spacing = 3", "i.update()", "new b, i[1] + b"],
    },
    {
      name: "changes of many turns are one update",
      page: "i(a b)",
      do: async ({ i, a, c, turn }) => {
        a.value = "x";
        await turn();
        i.controls.push(c);
        await turn();
        a.value = "y";
        await turn();
        i.update();
      },
      hooks: "build c · beforeUpdate i · beforeUpdate a · beforeUpdate c · didMount c",
      sent: ['a.value = "y", new c, i[2] + c'],
    },
    {
      name: "an addition and its removal before update(): nothing happened",
      page: "i(a)",
      do: async ({ i, b, turn }) => {
        i.controls.push(b);
        await turn();
        i.controls.pop();
        await turn();
        i.update();
      },
      hooks: "beforeUpdate i",
      sent: [],
    },
    {
      name: "it leaves: additions that never mounted get no hook, removals that wait get willUnmount() once",
      page: "i(a b) d",
      do: async ({ page, i, c, turn }) => {
        i.controls = [c];
        await turn();
        page.remove(i);
      },
      hooks: "willUnmount a · willUnmount b · willUnmount i",
      sent: ["page - [0]"],
    },
    {
      name: "it leaves and returns: it enters with all that waited",
      page: "i(a b) d",
      do: async ({ page, i, c, turn }) => {
        i.controls = [c];
        await turn();
        page.remove(i);
        await turn();
        page.add(i);
      },
      hooks:
        "willUnmount a · willUnmount b · willUnmount i · build c · beforeUpdate i · beforeUpdate c · didMount i · didMount c",
      sent: ["page - [0]", "new i[c], new c, page[1] + i"],
    },
  ],
};
