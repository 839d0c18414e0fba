/** All renderers of a folder here, by type, and their defaults: a module that `scripts/client.ts` makes when it builds. */
declare module "family:*" {
  export const defaults: { readonly [type: string]: object | undefined };
}
