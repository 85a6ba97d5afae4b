import { fromBase64 } from '@party/protocol'
import { PartyError } from '../error.ts'

/** What the server writes into a session or refresh token. */
export interface TokenClaims {
  readonly userId: string
  readonly username: string
  readonly vars: Readonly<Record<string, string>>
  /** Milliseconds since the Unix epoch. */
  readonly expiresAt: number
}

/**
 * Reads the payload of a token (a JWT). The signature is the server's business: a client could not check it.
 *
 * @throws PartyError `invalid_argument` naming `argument`, when this is no token of the server's.
 */
export function readToken(token: string, argument: string): TokenClaims {
  const claims = readPayload(token, argument)
  const { uid, usn, exp, vrs } = claims
  if (typeof uid !== 'string' || typeof exp !== 'number') {
    throw PartyError.invalidArgument(argument, 'is not a token: it names no user or no end')
  }
  return {
    userId: uid,
    username: typeof usn === 'string' ? usn : '',
    vars: readVars(vrs),
    expiresAt: exp * 1000,
  }
}

interface Claims {
  readonly uid?: unknown
  readonly usn?: unknown
  readonly exp?: unknown
  readonly vrs?: unknown
}

function readPayload(token: string, argument: string): Claims {
  try {
    const payload = token.split('.')[1] ?? ''
    const claims: unknown = JSON.parse(new TextDecoder().decode(fromBase64(payload)))
    if (typeof claims === 'object' && claims !== null) return claims
  } catch (cause) {
    throw PartyError.invalidArgument(argument, 'is not a token: its payload cannot be read', cause)
  }
  throw PartyError.invalidArgument(argument, 'is not a token: its payload is not an object')
}

function readVars(vars: unknown): Record<string, string> {
  if (typeof vars !== 'object' || vars === null) return {}
  return Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, String(value)]))
}
