import type { Theme } from "./case.ts";

export const LEAVE: Theme = {
  title: "Leaving",
  file: "leave.ts",
  cases: [
    {
      name: "one control",
      page: "a b",
      do: ({ page, a }) => page.remove(a),
      hooks: "willUnmount a",
      sent: ["page - [0]"],
    },
    {
      name: "a parent with children: children first",
      page: "p(a b) c",
      do: ({ page, p }) => page.remove(p),
      hooks: "willUnmount a · willUnmount b · willUnmount p",
      sent: ["page - [0]"],
    },
    {
      name: "page.clean()",
      page: "p(a) w(b)",
      do: ({ page }) => page.clean(),
      hooks: "willUnmount a · willUnmount p · willUnmount b · willUnmount w",
      sent: ["page = []"],
    },
    {
      name: "all children of a box",
      page: "p(a b)",
      do: ({ p }) => {
        p.controls.length = 0;
      },
      hooks: "willUnmount a · willUnmount b · beforeUpdate p",
      sent: ["p = []"],
    },
    {
      name: "a subtree that another takes the place of",
      page: "p(a) c",
      do: ({ page, p, q, b }) => {
        q.controls = [b];
        page.controls[page.controls.indexOf(p)] = q;
      },
      hooks:
        "willUnmount a · willUnmount p · build q · build b · beforeUpdate q · beforeUpdate b · didMount q · didMount b",
      sent: ["new q[b], new b, page[0] = q"],
    },
    {
      name: "a child, and its parent in the same turn",
      page: "p(a b) c",
      do: ({ page, p }) => {
        p.controls.shift();
        page.remove(p);
      },
      hooks: "willUnmount a · willUnmount b · willUnmount p",
      sent: ["page - [0]"],
    },
    {
      name: "the session closes",
      page: "p(a) w(b)",
      do: ({ close }) => close(),
      hooks: "willUnmount a · willUnmount p · willUnmount b · willUnmount w",
      sent: [],
    },
    {
      name: "the session closes before a flush: what was to come is told nothing, what was to go is told once",
      page: "a b",
      do: ({ page, a, c, close }) => {
        page.add(c);
        page.remove(a);
        return close();
      },
      hooks: "willUnmount a · willUnmount b",
      sent: [],
    },
    {
      name: "willUnmount() sets another control's property",
      page: "a b",
      do: ({ page, a, b, during }) => {
        during(a, "willUnmount", () => void (b.value = "x"));
        page.remove(a);
      },
      hooks: "willUnmount a · beforeUpdate b",
      sent: ['page - [0], b.value = "x"'],
    },
    {
      name: "willUnmount() sets its own property: it is there at the next mount",
      page: "a b",
      do: async ({ page, a, during, turn }) => {
        during(a, "willUnmount", () => void (a.value = "x"));
        page.remove(a);
        await turn();
        page.add(a);
      },
      hooks: "willUnmount a · beforeUpdate a · didMount a",
      sent: ["page - [0]", 'new a {"value":"x"}, page[1] + a'],
    },
    {
      name: "willUnmount() of a parent sets its child, which has left already",
      page: "p(a) b",
      do: ({ page, p, a, during }) => {
        during(p, "willUnmount", () => void (a.value = "x"));
        page.remove(p);
      },
      hooks: "willUnmount a · willUnmount p",
      sent: ["page - [0]"],
    },
    {
      name: "willUnmount() removes a sibling",
      page: "a b c",
      do: ({ page, a, b, during }) => {
        during(a, "willUnmount", () => page.remove(b));
        page.remove(a);
      },
      hooks: "willUnmount a · willUnmount b",
      sent: ["page = [c]"],
    },
    {
      name: "willUnmount() puts itself elsewhere: it leaves, and enters again without build()",
      page: "a q",
      do: ({ page, q, a, during }) => {
        during(a, "willUnmount", () => void (q.controls = [a]));
        page.remove(a);
      },
      hooks: "willUnmount a · beforeUpdate q · beforeUpdate a · didMount a",
      sent: ["page - [0], q = [a]"],
    },
    {
      name: "willUnmount() of a parent puts its child elsewhere: too late, the child has left and enters again",
      page: "p(a) q",
      do: ({ page, p, q, a, during }) => {
        during(p, "willUnmount", () => {
          p.controls = [];
          q.controls = [a];
        });
        page.remove(p);
      },
      hooks: "willUnmount a · willUnmount p · beforeUpdate q · beforeUpdate a · didMount a",
      sent: ["page - [0], q = [a]"],
    },
    {
      name: "willUnmount() adds a child to itself: that one never was there",
      page: "p b",
      do: ({ page, p, a, during }) => {
        during(p, "willUnmount", () => void p.controls.push(a));
        page.remove(p);
      },
      hooks: "willUnmount p",
      sent: ["page - [0]"],
    },
    {
      name: "rebuild() in willUnmount(): what it builds never was there",
      page: "w(a) b",
      do: ({ page, w, c, during, rebuild }) => {
        during(w, "willUnmount", () => {
          during(w, "build", () => [c]);
          rebuild(w);
        });
        page.remove(w);
      },
      hooks: "willUnmount a · willUnmount w · build w",
      sent: ["page - [0]"],
    },
    {
      name: "what the control owns ends right after its willUnmount()",
      page: "a b",
      do: ({ page, a, note }) => {
        a.own(() => note("own"));
        void a.runTask(async (signal) => {
          signal.addEventListener("abort", () => note("task"));
          await a.sleep(1000);
        });
        page.clean();
      },
      hooks: "willUnmount a · own · task · willUnmount b",
      sent: ["page = []"],
    },
    {
      name: "a task that slept through removal and return has ended all the same",
      page: "a b",
      do: async ({ page, a, note, turn, advance }) => {
        void a.runTask(async () => {
          await a.sleep(10);
          note("awake");
        });
        page.remove(a);
        await turn();
        page.add(a);
        await advance(20);
      },
      hooks: "willUnmount a · beforeUpdate a · didMount a",
      sent: ["page - [0]", "new a, page[1] + a"],
    },
    {
      name: "a task that did not sleep then goes on by its signal only, and its sleeps reject",
      page: "a b",
      do: async ({ page, a, note, turn, advance }) => {
        let open = () => {};
        void a.runTask(async (signal) => {
          await new Promise<void>((resolve) => {
            open = resolve;
          });
          note(`aborted ${signal.aborted}`);
          await a.sleep(10);
          note("awake");
        });
        page.remove(a);
        await turn();
        page.add(a);
        await turn();
        open();
        await advance(20);
      },
      hooks: "willUnmount a · beforeUpdate a · didMount a · aborted true",
      sent: ["page - [0]", "new a, page[1] + a"],
      fails: "a task of the last mount sleeps on the next one's time: control.sleep() does not know whose task asks",
    },
  ],
};
