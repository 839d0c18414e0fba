import { type DeclaredControl, kebabCase } from "../controls.ts";
import { anchor } from "./markdown.ts";

/** Returns the path of a control's page in `docs/reference/controls`. */
export function controlPagePath({ type, family }: DeclaredControl): string {
  return `${family}/${kebabCase(type)}.md`;
}

/** Where the reference explains each control and each type. Paths are relative to `docs/reference`. */
export class Links {
  readonly #explained: ReadonlyMap<string, string>;
  readonly #values: ReadonlySet<string>;

  /** `typesOn` returns the names of the types that the page of a control explains. */
  constructor(
    controls: readonly DeclaredControl[],
    values: readonly string[],
    typesOn: (control: DeclaredControl) => readonly string[],
  ) {
    const types = controls.flatMap((control) => {
      const path = controlPagePath(control);
      return typesOn(control).map((name) => [name, `${path}#${anchor(name)}`] as const);
    });
    this.#explained = new Map([
      ...controls.map((control) => [control.type, controlPagePath(control)] as const),
      ...types,
    ]);
    this.#values = new Set(values);
  }

  /** Returns a function that returns the link to the explanation of a name, from a page of the reference. */
  from(page: string): (name: string) => string | undefined {
    const up = "../".repeat(page.split("/").length - 1);
    return (name) => {
      const control = this.#explained.get(name);
      if (control !== undefined) return shorten(`${up}controls/${control}`, page);
      if (!this.#values.has(name)) return undefined;
      return page === "values.md" ? `#${anchor(name)}` : `${up}values.md#${anchor(name)}`;
    };
  }
}

/** Shortens the way from a page of controls to another one. */
function shorten(path: string, page: string): string {
  const [, family] = page.split("/");
  if (!page.startsWith("controls/")) return path;
  const inControls = path.replace("../../controls/", "../");
  return inControls.startsWith(`../${family}/`) ? inControls.slice(`../${family}/`.length) : inControls;
}
