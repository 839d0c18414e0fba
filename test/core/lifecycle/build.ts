import type { CaseGroup } from "./case.ts";

export const BUILD: CaseGroup = {
  title: "Own children, and rebuild()",
  file: "build.ts",
  cases: [
    {
      name: "beforeUpdate() adds a child to itself",
      page: "p",
      do: ({ p, a, during }) => {
        during(p, "beforeUpdate", () => void (p.controls = [a]));
        p.spacing = 3;
      },
      hooks: "beforeUpdate p · build a · beforeUpdate a · didMount a",
      sent: ["p.spacing = 3, new a, p = [a]"],
    },
    {
      name: "beforeUpdate() takes a child of its own away",
      page: "p(a b)",
      do: ({ p, during }) => {
        during(p, "beforeUpdate", () => p.controls.pop());
        p.spacing = 3;
      },
      hooks: "beforeUpdate p · willUnmount b",
      sent: ["p.spacing = 3, p - [1]"],
    },
    {
      name: "beforeUpdate() of an entering control changes its children",
      do: ({ page, p, a, b, during }) => {
        p.controls = [a];
        during(p, "beforeUpdate", () => void (p.controls = [b]));
        page.add(p);
      },
      hooks: "build p · build a · beforeUpdate p · beforeUpdate a · build b · beforeUpdate b · didMount p · didMount b",
      sent: ["new p[b], new b, page = [p]"],
    },
    {
      name: "beforeUpdate() sets a child's property: its hook runs in this flush, too",
      page: "p(a)",
      do: ({ p, a, during }) => {
        during(p, "beforeUpdate", () => void (a.value = "x"));
        p.spacing = 3;
      },
      hooks: "beforeUpdate p · beforeUpdate a",
      sent: ['p.spacing = 3, a.value = "x"'],
    },
    {
      name: "beforeUpdate() sets its parent's property: another round",
      page: "p(a)",
      do: ({ p, a, during }) => {
        during(a, "beforeUpdate", () => void (p.spacing = 3));
        a.value = "x";
      },
      hooks: "beforeUpdate a · beforeUpdate p",
      sent: ['a.value = "x", p.spacing = 3'],
    },
    {
      name: "rebuild() with another key: the old leaves, the new enters",
      page: "w(a)",
      do: ({ w, a, b, during, rebuild }) => {
        a.key = 1;
        b.key = 2;
        during(w, "build", () => [b]);
        rebuild(w);
      },
      hooks: "build w · willUnmount a · build b · beforeUpdate w · beforeUpdate b · didMount b",
      sent: ["new b, w = [b]"],
    },
    {
      name: "rebuild() with another class: the same",
      page: "w(a)",
      do: ({ w, p, during, rebuild }) => {
        during(w, "build", () => [p]);
        rebuild(w);
      },
      hooks: "build w · willUnmount a · build p · beforeUpdate w · beforeUpdate p · didMount p",
      sent: ["new p, w = [p]"],
    },
    {
      name: "rebuild() with a new one of the same class and key: the old stays and takes the new one's values",
      page: "w(a)",
      do: ({ w, a, b, during, rebuild }) => {
        a.key = b.key = 1;
        during(w, "build", () => [b]);
        rebuild(w);
      },
      hooks: "build w · beforeUpdate w · beforeUpdate a",
      sent: ['a.value = "b"'],
    },
    {
      name: "rebuild() that gives the same instances again",
      page: "w(a b)",
      do: ({ w, a, b, during, rebuild }) => {
        during(w, "build", () => [b, a]);
        rebuild(w);
      },
      hooks: "build w · beforeUpdate w",
      sent: ["w: 0 → 1"],
    },
    {
      name: "rebuild() from one control to a list and back",
      page: "w(a b)",
      do: async ({ w, p, a, b, during, rebuild, turn }) => {
        during(w, "build", () => p);
        rebuild(w);
        await turn();
        during(w, "build", () => [a, b]);
        rebuild(w);
      },
      hooks:
        "build w · willUnmount a · willUnmount b · build p · beforeUpdate w · beforeUpdate p · didMount p · build w · willUnmount p · beforeUpdate w · beforeUpdate a · beforeUpdate b · didMount a · didMount b",
      sent: ["new p, w = [], w.content = p", "new a, new b, w.content = [], w = [a b]"],
    },
    {
      name: "rebuild() in didMount()",
      do: ({ page, w, a, b, during, rebuild }) => {
        a.key = 1;
        b.key = 2;
        during(w, "build", () => [w.isMounted && a.isMounted ? b : a]);
        during(w, "didMount", () => rebuild(w));
        page.add(w);
      },
      hooks:
        "build w · build a · beforeUpdate w · beforeUpdate a · didMount w · build w · didMount a · willUnmount a · build b · beforeUpdate w · beforeUpdate b · didMount b",
      sent: ["new w[a], new a, page = [w]", "new b, w = [b]"],
    },
    {
      name: "rebuild() twice in a turn builds twice, and shows the last",
      page: "w(a)",
      do: ({ w, p, q, during, rebuild }) => {
        during(w, "build", () => [p]);
        rebuild(w);
        during(w, "build", () => [q]);
        rebuild(w);
      },
      hooks: "build w · build w · willUnmount a · build q · beforeUpdate w · beforeUpdate q · didMount q",
      sent: ["new q, w = [q]"],
    },
    {
      name: "rebuild() in beforeUpdate() joins the flush",
      page: "w(a)",
      do: ({ w, p, during, rebuild }) => {
        during(w, "build", () => [p]);
        during(w, "beforeUpdate", () => rebuild(w));
        w.opacity = 0.5;
      },
      hooks: "beforeUpdate w · build w · willUnmount a · build p · beforeUpdate p · didMount p",
      sent: ["w.opacity = 0.5, new p, w = [p]"],
    },
    {
      name: "a build() inside a build()",
      do: ({ page, v, w, a, during }) => {
        during(w, "build", () => v);
        during(v, "build", () => [a]);
        page.add(w);
      },
      hooks:
        "build w · build v · build a · beforeUpdate w · beforeUpdate v · beforeUpdate a · didMount w · didMount v · didMount a",
      sent: ["new w.content v, new v[a], new a, page = [w]"],
    },
    {
      name: "what build() made and the app then took away stays away when the control returns",
      page: "w(p(a)) b",
      do: async ({ page, w, p, turn }) => {
        page.remove(w);
        p.controls = [];
        await turn();
        page.add(w);
      },
      hooks:
        "willUnmount a · willUnmount p · willUnmount w · beforeUpdate w · beforeUpdate p · didMount w · didMount p",
      sent: ["page - [0]", "new w[p], new p, page[1] + w"],
    },
  ],
};
