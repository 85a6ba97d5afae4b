/** Turns `party_id` into `partyId`. */
export function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** Turns `partyId` into `party_id`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** Whether a name is in lowerCamelCase. One with capitals and underscores is of neither spelling. */
export function isCamelCase(name: string): boolean {
  let hasCapital = false
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index)
    if (code === 0x5f) return false
    hasCapital ||= code >= 0x41 && code <= 0x5a
  }
  return hasCapital
}
