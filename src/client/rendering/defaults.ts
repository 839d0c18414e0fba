/** Defaults of the properties of all controls. Defaults of null, false or "" are left out. */
const common: object = {};
/** Defaults of the other properties, by type of control. */
const further: { [type: string]: object | undefined } = {};
/** Shared and own defaults combined, by type. */
const combined = new Map<string, object>();

/** Adds the defaults of some types and, with `every`, of all controls. */
export function addDefaults(types: { readonly [type: string]: object | undefined }, every?: object): void {
  Object.assign(further, types);
  Object.assign(common, every);
}

/** Replaces the defaults of a type, and returns them combined with the shared ones. */
export function setDefaults(type: string, own: object | undefined): object {
  const all = Object.assign(Object.create(common) as object, own);
  combined.set(type, all);
  return all;
}

/**
 * Returns the values of a type's properties that a document leaves out. The type's own defaults are own keys, and the
 * shared ones are on the prototype. Defaults of null, false or "" read as undefined.
 */
export function defaultsOf(type: string): object {
  return combined.get(type) ?? setDefaults(type, further[type]);
}
