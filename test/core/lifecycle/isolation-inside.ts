import type { CaseGroup } from "./case.ts";

export const ISOLATION_INSIDE: CaseGroup = {
  title: "Isolated controls: from inside",
  file: "isolation-inside.ts",
  cases: [
    {
      name: "it moves: what waits goes on waiting",
      page: "i(a) p",
      do: async ({ page, i, p, a, turn, mark }) => {
        a.value = "x";
        page.remove(i);
        p.controls = [i];
        await turn();
        mark("i.update()");
        i.update();
      },
      hooks: "beforeUpdate p · i.update() · beforeUpdate i · beforeUpdate a",
      sent: ["page - [0], p = [i]", "i.update()", 'a.value = "x"'],
    },
    {
      name: "a handler below it: what it sets there waits, what it sets outside goes",
      page: "i(a) b",
      do: async ({ page, a, b, i, fire, mark }) => {
        a.onTap = () => {
          a.value = "x";
          b.value = "y";
        };
        i.update();
        await fire(a, "tap");
        mark("update()");
        a.update();
        page.update();
      },
      hooks: "beforeUpdate i · beforeUpdate a · beforeUpdate b · update() · beforeUpdate a",
      sent: ["a.onTap = true", 'b.value = "y"', "update()", 'a.value = "x"'],
    },
    {
      name: "a task below it that updates itself",
      page: "i(a b) c",
      do: async ({ a, b, c, advance }) => {
        void a.runTask(async () => {
          await a.sleep(10);
          b.value = "x";
          c.value = "y";
          a.update();
        });
        await advance(10);
      },
      hooks: "beforeUpdate c · beforeUpdate b · beforeUpdate a",
      sent: ['b.value = "x", c.value = "y"'],
    },
    {
      name: "isIsolated() that turns true: changes wait from then on",
      page: "i(a)",
      do: async ({ i, a, turn, mark }) => {
        i.answer = () => false;
        a.value = "x";
        await turn();
        i.answer = () => true;
        a.value = "y";
        await turn();
        mark("i.update()");
        i.update();
      },
      hooks: "beforeUpdate a · i.update() · beforeUpdate i · beforeUpdate a",
      sent: ['a.value = "x"', "i.update()", 'a.value = "y"'],
    },
    {
      name: "isIsolated() that turns false: what waited goes with the next flush",
      page: "i(a) b",
      do: async ({ i, a, b, c, turn }) => {
        a.value = "x";
        i.controls.push(c);
        await turn();
        i.answer = () => false;
        b.value = "y";
      },
      hooks: "build c · beforeUpdate i · beforeUpdate b · beforeUpdate a · beforeUpdate c · didMount c",
      sent: ['a.value = "x", new c, i[1] + c, b.value = "y"'],
    },
    {
      name: "autoUpdate off: update() of the isolated control takes what is outside along",
      page: "i(a) b",
      do: async ({ page, i, a, b, turn, mark }) => {
        page.autoUpdate = false;
        a.value = "x";
        b.value = "y";
        await turn();
        mark("page.update()");
        page.update();
        b.value = "z";
        i.update();
      },
      hooks: "page.update() · beforeUpdate b · beforeUpdate b · beforeUpdate i · beforeUpdate a",
      sent: ["page.update()", 'b.value = "y"', 'a.value = "x", b.value = "z"'],
    },
    {
      name: "rebuild() of an isolated control waits, too",
      page: "p(i(a))",
      do: async ({ i, a, b, during, rebuild, turn, mark }) => {
        a.key = 1;
        b.key = 2;
        during(i, "build", () => [b]);
        rebuild(i);
        await turn();
        mark("i.update()");
        i.update();
      },
      hooks: "build i · i.update() · willUnmount a · build b · beforeUpdate i · beforeUpdate b · didMount b",
      sent: ["i.update()", "new b, i = [b]"],
    },
  ],
};
