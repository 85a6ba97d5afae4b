import { getAlong } from './candidates.ts'
import { playersOf, suitsSize, type Ticket } from './ticket.ts'

/** How many groups may stand open at once; a candidate that fits into none of them is passed over. */
const maxOpenGroups = 32

interface Group {
  readonly members: Ticket[]
  players: number
}

/**
 * Looks for a match of the maximum size the way Nakama does: each candidate joins the first group that has room for
 * it, or opens another. The first group that makes a match of exactly the searching ticket's maximum, and of a size
 * that suits everybody in it, is taken; so the best candidates meet first.
 *
 * Candidates are looked at only until there is such a group, and are added to `seen` for who wants to try again.
 */
export function packToMaximum(
  ticket: Ticket,
  candidates: Iterable<Ticket>,
  revPrecision: boolean,
  seen: Ticket[],
): readonly Ticket[] | undefined {
  const room = ticket.maxCount - playersOf(ticket)
  let open: Group[] = []
  for (const candidate of candidates) {
    seen.push(candidate)
    const group = joinGroup(open, candidate, room, revPrecision)
    if (group?.players !== room) continue
    if (group.members.every((member) => suitsSize(member, ticket.maxCount))) return group.members
    open = open.filter((other) => other !== group)
  }
  return undefined
}

function joinGroup(open: Group[], candidate: Ticket, room: number, revPrecision: boolean): Group | undefined {
  const players = playersOf(candidate)
  const group = open.find(
    (group) =>
      group.players + players <= room &&
      group.members.every((member) => getAlong(member, candidate, revPrecision)),
  )
  if (group !== undefined) {
    group.members.push(candidate)
    group.players += players
    return group
  }
  if (open.length === maxOpenGroups) return undefined
  const opened = { members: [candidate], players }
  open.push(opened)
  return opened
}
