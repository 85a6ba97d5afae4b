/** A parsed JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** A parsed JSON object. */
export interface JsonObject {
  readonly [key: string]: Json
}

/** Whether a value is a JSON object: not null, not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a JSON value is a list. (`Array.isArray` alone does not see through a read-only array type.) */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** What an object has under a key by itself: of `constructor` and its like every object has one, but not of its own. */
export function own<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}
