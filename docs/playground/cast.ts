/** Who plays, in the playground and on every picture of the guide: the same names and colours. */
export const cast = ['Ada', 'Bo', 'Cy', 'Di'] as const

export type Name = (typeof cast)[number]

/** The user name of a player on the server. */
export const usernameOf = (name: Name): string => name.toLowerCase()

/** The place in the cast of the player with this user name; -1 for a stranger. */
export const placeOf = (username: string): number => cast.findIndex((name) => usernameOf(name) === username)

/** The player with this user name. */
export const nameOf = (username: string): Name | undefined => cast[placeOf(username)]
