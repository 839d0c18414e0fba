import type { CaseGroup } from "./case.ts";

const fail = (): never => {
  throw new Error("oops");
};

export const THROW: CaseGroup = {
  title: "Hooks that throw",
  file: "throw.ts",
  cases: [
    {
      name: "build(): an error box in its place, all other hooks run",
      do: ({ page, a, b, during }) => {
        during(a, "build", fail);
        page.add(a, b);
      },
      hooks: "build a · build b · beforeUpdate a · beforeUpdate b · didMount a · didMount b",
      sent: ["new a $error, new b, page = [a b]"],
      errors: [/oops/],
    },
    {
      name: "build() below another: the box is where the control would be",
      do: ({ page, w, a, b, during }) => {
        during(w, "build", () => [a, b]);
        during(a, "build", fail);
        page.add(w);
      },
      hooks:
        "build w · build a · build b · beforeUpdate w · beforeUpdate a · beforeUpdate b · didMount w · didMount a · didMount b",
      sent: ["new w[a b], new a $error, new b, page = [w]"],
      errors: [/oops/],
    },
    {
      name: "build() of a control with children: they live on behind the box",
      do: ({ page, p, a, during }) => {
        p.controls = [a];
        during(p, "build", fail);
        page.add(p);
      },
      hooks: "build p · build a · beforeUpdate p · beforeUpdate a · didMount p · didMount a",
      sent: ["new p[a] $error, new a, page = [p]"],
      errors: [/oops/],
    },
    {
      name: "build(), and the control comes back: it is tried again",
      page: "b",
      do: async ({ page, a, during, turn }) => {
        during(a, "build", fail);
        page.add(a);
        await turn();
        page.remove(a);
        await turn();
        during(a, "build", () => {});
        page.add(a);
      },
      hooks: "build a · beforeUpdate a · didMount a · willUnmount a · build a · beforeUpdate a · didMount a",
      sent: ["new a $error, page[1] + a", "page - [1]", "new a, page[1] + a"],
      errors: [/oops/],
    },
    {
      name: "build() that throws, and rebuild() that does not",
      page: "b",
      do: async ({ page, w, a, during, turn, rebuild }) => {
        during(w, "build", fail);
        page.add(w);
        await turn();
        during(w, "build", () => [a]);
        rebuild(w);
      },
      hooks: "build w · beforeUpdate w · didMount w · build w · build a · beforeUpdate w · beforeUpdate a · didMount a",
      sent: ["new w $error, page[1] + w", "w.$error = default, new a, w = [a]"],
      errors: [/oops/],
    },
    {
      name: "build() after it set something: that stays",
      do: ({ page, a, during }) => {
        during(a, "build", () => {
          a.value = "x";
          return fail();
        });
        page.add(a);
      },
      hooks: "build a · beforeUpdate a · didMount a",
      sent: ['new a {"value":"x"} $error, page = [a]'],
      errors: [/oops/],
    },
    {
      name: "build() that returns what cannot be put anywhere",
      do: ({ page, a, b, during }) => {
        during(a, "build", () => b);
        page.add(a);
      },
      hooks: "build a · beforeUpdate a · didMount a",
      sent: ["new a $error, page = [a]"],
      errors: [/build\(\) returned a control, and Text has no "content"/],
    },
  ],
};
