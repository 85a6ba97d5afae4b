import { isObject } from '../files/json.ts'
import type { Bindings } from '../symbols/bindings.ts'
import type { Target } from './target.ts'

/** A client could not get a session, so its scenario cannot go on. */
export class AuthenticationError extends Error {
  constructor(client: string, message: string) {
    super(`${client} could not authenticate: ${message}`)
    this.name = 'AuthenticationError'
  }
}

/** Makes up the accounts of one run of a scenario, so that runs do not meet on a server that remembers. */
export class Authenticator {
  readonly #scenario: string
  readonly #known = new Map<string, { id: string; username: string }>()

  constructor(scenario: string) {
    this.#scenario = scenario
  }

  /**
   * Authenticates a client by custom id with an account of this run, and binds its user, name and tokens.
   *
   * @throws {AuthenticationError}
   */
  async authenticate(client: string, account: string, target: Target, bindings: Bindings): Promise<void> {
    const { id, username } = this.#credentials(account)
    const query = new URLSearchParams({ create: 'true', username })
    const response = await target.fetch(`/v2/account/authenticate/custom?${query}`, {
      method: 'POST',
      headers: { authorization: basic(target.serverKey), 'content-type': 'application/json' },
      body: JSON.stringify({ id }),
    })
    const text = await response.text()
    if (response.status !== 200) throw new AuthenticationError(client, `${response.status} ${text}`)
    const session: unknown = JSON.parse(text)
    const { token, refresh } = tokensOf(session)
    const claims = claimsOf(token)
    if (claims === undefined) throw new AuthenticationError(client, `no usable token in ${text}`)
    bindings.set(`${account}.user`, claims.userId)
    bindings.set(`${account}.name`, claims.username)
    bindings.set(`${client}.token`, token)
    bindings.set(`${client}.refresh`, refresh)
  }

  #credentials(account: string): { id: string; username: string } {
    const known = this.#known.get(account)
    if (known !== undefined) return known
    const made = {
      id: `${this.#scenario}-${account}-${crypto.randomUUID()}`.slice(0, 120),
      username: `${account}_${crypto.randomUUID().slice(0, 8)}`,
    }
    this.#known.set(account, made)
    return made
  }
}

/** The value of an `Authorization` header that carries a server key. */
export function basic(key: string): string {
  return `Basic ${btoa(`${key}:`)}`
}

function tokensOf(session: unknown): { token: string; refresh: string } {
  const object = isObject(session) ? session : {}
  return { token: String(object['token'] ?? ''), refresh: String(object['refresh_token'] ?? '') }
}

/** User id and name as the token states them. */
function claimsOf(token: string): { userId: string; username: string } | undefined {
  const [, payload = ''] = token.split('.')
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString())
    if (!isObject(claims) || typeof claims['uid'] !== 'string' || typeof claims['usn'] !== 'string')
      return undefined
    return { userId: claims['uid'], username: claims['usn'] }
  } catch {
    return undefined
  }
}
