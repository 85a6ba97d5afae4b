/** The fields that are set. */
export function given(fields: object): [name: string, value: unknown][] {
  return Object.entries(fields).filter(([, value]) => value !== undefined)
}
