/** Defaults of every control's properties, and of further ones by type: those that are not null, false or "". */
const common: object = {};
const further: { [type: string]: object | undefined } = {};
/** Both as one, by type. */
const combined = new Map<string, object>();

/** Adds what properties read by default: of types, and of every control. */
export function addDefaults(types: { readonly [type: string]: object | undefined }, every?: object): void {
  Object.assign(further, types);
  Object.assign(common, every);
}

/** Replaces the defaults of a type. */
export function setDefaults(type: string, own: object | undefined): object {
  const all = Object.assign(Object.create(common) as object, own);
  combined.set(type, all);
  return all;
}

/**
 * What properties of a type read when the document leaves them out. Its own keys are the type's defaults that
 * are not neutral; those of every control are behind them, and null, false and "" read undefined.
 */
export function defaultsOf(type: string): object {
  return combined.get(type) ?? setDefaults(type, further[type]);
}
