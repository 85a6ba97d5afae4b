import { maxLabelBytes, maxListLimit, maxPartySize, maxStatusBytes, minMatchCount } from '@party/protocol'
import { refuse } from './error.ts'
import { byteLength } from './runtime/bytes.ts'

type Fields = Readonly<Record<string, unknown>>

/** Says what a value has to be, if it is not that. */
type Rule = (value: unknown, request: Fields) => string | false | undefined

const text = (value: unknown) => typeof value !== 'string' && 'a text'
const name = (value: unknown) => (text(value) || !value) && 'a text that is not empty'
const bool = (value: unknown) => typeof value !== 'boolean' && 'true or false'
const finite = (value: unknown) => !Number.isFinite(value) && 'a finite number'

const integer = (value: unknown, min: unknown, max = 2 ** 31 - 1) =>
  !(Number.isInteger(value) && (value as number) >= (min as number) && (value as number) <= max) &&
  `an integer from ${min} to ${max}`

const atMost = (value: unknown, bytes: number) =>
  (text(value) || byteLength(value as string) > bytes) && `a text of at most ${bytes} bytes`

/** All of what is in a list or map. */
const each = (rule: (value: unknown) => string | false) => (values: unknown) =>
  values instanceof Object
    ? Object.values(values)
        .map(rule)
        .find((wrong) => wrong)
    : 'a list or map'

/** What each field of a request has to be, whichever request it is in. The rest is the server's to know. */
const rules: Readonly<Record<string, Rule>> = {
  partyId: name,
  ticket: name,
  id: name,
  payload: text,
  query: text,
  username: text,
  email: text,
  password: text,
  vars: each(text),
  limit: (value) => integer(value, 1, maxListLimit),
  ids: each(name),
  open: bool,
  hidden: bool,
  maxSize: (value) => integer(value, 1, maxPartySize),
  label: (value) => atMost(value, maxLabelBytes) || (!!value && !isJsonObject(value) && 'a JSON object'),
  status: (value) => value !== undefined && atMost(value, maxStatusBytes),
  // A number beyond 2^53 may be another than was meant.
  opCode: (value) =>
    !(typeof value === 'bigint' ? BigInt.asIntN(64, value) === value : Number.isSafeInteger(value)) &&
    'a 64-bit integer; beyond 2^53 a bigint',
  // The server looks for all three at once.
  presence: (value) => {
    const { userId, sessionId, username } = Object(value)
    return each(name)([userId, sessionId, username]) && 'a presence with userId, sessionId and username'
  },
  userIds: each(name),
  usernames: each(name),
  minCount: (value) => integer(value, minMatchCount),
  maxCount: (value, { minCount }) => integer(value, minCount),
  countMultiple: (value, { minCount, maxCount }) =>
    value !== undefined &&
    (integer(value, 1) ||
      ([minCount, maxCount].some((count) => (count as number) % (value as number)) &&
        'a divisor of minCount and maxCount')),
  stringProperties: each(text),
  numericProperties: each(finite),
}

/**
 * Refuses a request that the server would refuse anyway, or for which it would close the connection.
 *
 * @throws PartyError `invalid_argument`, naming the field
 */
export function checkFields(request: object): void {
  const fields = request as Fields
  for (const [field, value] of Object.entries(fields)) {
    const wrong = rules[field]?.(value, fields)
    if (wrong) refuse(field, `has to be ${wrong}`)
  }
}

function isJsonObject(json: unknown): boolean {
  try {
    const value: unknown = JSON.parse(json as string)
    return value instanceof Object && !Array.isArray(value)
  } catch {
    return false
  }
}
