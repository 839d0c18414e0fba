import type { CaseGroup } from "./case.ts";

export const UPDATE: CaseGroup = {
  title: "update() in a hook",
  file: "update.ts",
  cases: [
    {
      name: "in build(): what it set is in the first document anyway",
      do: ({ page, a, during }) => {
        during(a, "build", () => {
          a.value = "x";
          a.update();
        });
        page.add(a);
      },
      hooks: "build a · beforeUpdate a · didMount a · beforeUpdate a",
      sent: ['new a {"value":"x"}, page = [a]'],
    },
    {
      name: "in beforeUpdate(): refused, and what was set goes all the same",
      page: "a",
      do: ({ a, during }) => {
        during(a, "beforeUpdate", () => {
          a.italic = true;
          a.update();
        });
        a.value = "x";
      },
      hooks: "beforeUpdate a",
      sent: ['a.value = "x", a.italic = true'],
      errors: [/update\(\) was called on Page > Item\[0\] while a beforeUpdate\(\) ran/],
    },
    {
      name: "in beforeUpdate(), on another control: refused, too",
      page: "a b",
      do: ({ a, b, during }) => {
        during(a, "beforeUpdate", () => b.update());
        a.value = "x";
      },
      hooks: "beforeUpdate a",
      sent: ['a.value = "x"'],
      errors: [/update\(\) was called on Page > Item\[1\] while a beforeUpdate\(\) ran/],
    },
    {
      name: "in didMount(): another flush right after all didMount()",
      do: ({ page, a, b, during }) => {
        during(a, "didMount", () => {
          a.value = "x";
          a.update();
        });
        page.add(a, b);
      },
      hooks: "build a · build b · beforeUpdate a · beforeUpdate b · didMount a · didMount b · beforeUpdate a",
      sent: ["new a, new b, page = [a b]", 'a.value = "x"'],
    },
    {
      name: "in willUnmount(): another flush right after, for which nothing is left",
      page: "a b",
      do: ({ page, a, b, during }) => {
        during(a, "willUnmount", () => {
          b.value = "x";
          a.update();
        });
        page.remove(a);
      },
      hooks: "willUnmount a · beforeUpdate b",
      sent: ['page - [0], b.value = "x"'],
    },
    {
      name: "page.update() in a handler sends at once, and the handler's end the rest",
      page: "a",
      do: async ({ page, a, fire }) => {
        a.onTap = () => {
          a.value = "loading";
          page.update();
          a.value = "done";
        };
        page.update();
        await fire(a, "tap");
      },
      hooks: "beforeUpdate a · beforeUpdate a · beforeUpdate a",
      sent: ["a.onTap = true", 'a.value = "loading"', 'a.value = "done"'],
    },
    {
      name: "of a control that is not on the page: an error at the call",
      do: ({ a, note }) => {
        try {
          a.update();
        } catch (error) {
          note((error as { code: string }).code);
        }
      },
      hooks: "not-mounted",
      sent: [],
    },
  ],
};
