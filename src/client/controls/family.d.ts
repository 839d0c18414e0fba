/** All renderers of one folder, by type, and their defaults. `scripts/client.ts` makes this module during the build. */
declare module "family:*" {
  export const layouts: { readonly [type: string]: object | undefined };
  export const defaults: { readonly [type: string]: object | undefined };
}
