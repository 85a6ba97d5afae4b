/** A token as the server writes it, without a signature that anybody could check. */
export function token(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`
}

export const inTheFuture = Date.UTC(2030, 0, 1) / 1000 + 60

/** A token of a player with this id. */
export function tokenOf(uid: string, exp = inTheFuture): string {
  return token({ tid: 't', uid, usn: uid, exp, iat: exp - 60 })
}
