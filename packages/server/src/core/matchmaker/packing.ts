import { Group } from './group.ts'
import { playersOf, suitsSize, type Ticket } from './ticket.ts'

/** How many groups may stand open at once; a candidate that fits into none of them is passed over. */
const maxOpenGroups = 32

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
    let group = open.find((each) => each.players + playersOf(candidate) <= room && each.admits(candidate))
    if (group === undefined) {
      if (open.length === maxOpenGroups) continue
      group = new Group(revPrecision)
      open.push(group)
    }
    group.add(candidate)
    if (group.players < room) continue
    if (group.members.every((member) => suitsSize(member, ticket.maxCount))) return group.members
    open = open.filter((each) => each !== group)
  }
  return undefined
}
