import { camelCase } from './names.ts'
import { fail, type Rules } from './place.ts'

/** What Nakama's own reader, protojson, insists on. */
export const strict: Rules = {
  allRead(from, known, alsoKnown) {
    if (from.unread === 0) return
    const isKnown = (name: string) =>
      name === alsoKnown || Object.hasOwn(known, name) || Object.hasOwn(known, camelCase(name))
    const unknown = Object.keys(from.json).find((name) => !isKnown(name))
    if (unknown === undefined) fail(from.parent ?? from, from.name, 'a field is there in both spellings')
    fail(from, unknown, 'unknown field')
  },
  atMostOne(from, names) {
    const [, second] = names.filter((name) => (from.json[name] ?? null) !== null)
    if (second !== undefined) fail(from, second, 'only one of these fields may be set')
  },
  text(value, at, name) {
    // Half a surrogate pair.
    if (/\p{Surrogate}/u.test(value)) fail(at, name, 'expected well-formed Unicode')
  },
}
