import { mismatch } from "../core/declaration/problem.ts";
import type { Type } from "../core/declaration/types.ts";
import { cupertinoIcons, plainIcons, styledIcons } from "./icons/lists.ts";
import { closestIconName, hasIcon } from "./icons/search.ts";

type Styled = (typeof styledIcons)[number];
/** The name of a Material icon: `"home"`, `"home_outlined"`, `"home_rounded"`, `"home_sharp"`. */
export type MaterialIconName =
  | Styled
  | `${Styled}_outlined`
  | `${Styled}_rounded`
  | `${Styled}_sharp`
  | (typeof plainIcons)[number];
type Cupertino = (typeof cupertinoIcons)[number];
/** The name of an icon in the style of Apple's platforms: `"cupertino_house"`. */
export type CupertinoIconName = `cupertino_${Cupertino}`;
/** The name of an icon. Each is also a constant: `Icons.homeOutlined`, `CupertinoIcons.house`. */
export type IconName = MaterialIconName | CupertinoIconName;

type Camel<S extends string> = S extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;

/** The names of all Material icons: `Icons.homeOutlined` is `"home_outlined"`. */
export const Icons: { readonly [Name in MaterialIconName as Camel<Name>]: Name } = /* @__PURE__ */ constants(
  /* @__PURE__ */ materialNames(),
  "",
) as never;

/** The names of all Cupertino icons: `CupertinoIcons.house` is `"cupertino_house"`. */
export const CupertinoIcons: { readonly [Name in Cupertino as Camel<Name>]: `cupertino_${Name}` } =
  /* @__PURE__ */ constants(cupertinoIcons, "cupertino_") as never;

export const iconNameType: Type<IconName> = {
  name: "IconName",
  isKind: (value) => typeof value === "string",
  check: (value) => (isIconName(value) ? undefined : mismatch(iconNameType, value)),
  expects: () => 'the name of an icon, such as "home_outlined" or "cupertino_house"',
  suggest: (wrong) => (typeof wrong === "string" ? closestIconName(wrong) : undefined),
  example: () => "home",
};

function isIconName(value: unknown): boolean {
  return typeof value === "string" && hasIcon(value);
}

function materialNames(): string[] {
  const styles = ["", "_outlined", "_rounded", "_sharp"];
  return [...styledIcons.flatMap((name) => styles.map((style) => name + style)), ...plainIcons];
}

function constants(names: readonly string[], prefix: string): { readonly [constant: string]: string } {
  const toCamel = (name: string): string => name.replace(/_(.?)/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(names.map((name) => [toCamel(name), prefix + name]));
}
