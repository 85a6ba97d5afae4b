import { isUuid } from '../../ids.ts'

/** `<uuid>.<node name>`: the id itself says which node hosts the party. */
export function formatPartyId(uuid: string, node: string): string {
  return `${uuid}.${node}`
}

/** Whether a text is the id of a party, on whichever node. */
export function isPartyId(text: string): boolean {
  const dot = text.indexOf('.')
  return dot > 0 && dot < text.length - 1 && isUuid(text.slice(0, dot))
}
