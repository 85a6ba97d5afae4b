import { isUuid } from '../../ids.ts'

/** `<uuid>.<node name>`: the id itself says which node hosts the party. */
export function formatPartyId(uuid: string, node: string): string {
  return `${uuid}.${node}`
}

/** The node a party id names, or undefined when the text is no party id. */
export function nodeOfPartyId(partyId: string): string | undefined {
  const dot = partyId.indexOf('.')
  if (dot < 0 || !isUuid(partyId.slice(0, dot))) return undefined
  return partyId.slice(dot + 1) || undefined
}
