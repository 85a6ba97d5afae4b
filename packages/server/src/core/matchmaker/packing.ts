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
  const packer = new Packer(room, revPrecision)
  let players = 0
  let packed = 0
  for (const candidate of candidates) {
    seen.push(candidate)
    players += playersOf(candidate)
    // Until there are enough players at all, it is not worth finding out who gets along with whom.
    if (players < room) continue
    for (const each of seen.slice(packed)) {
      const group = packer.place(each)
      if (group?.members.every((member) => suitsSize(member, ticket.maxCount))) return group.members
    }
    packed = seen.length
  }
  return undefined
}

class Packer {
  readonly #room: number
  readonly #revPrecision: boolean
  #open: Group[] = []

  constructor(room: number, revPrecision: boolean) {
    this.#room = room
    this.#revPrecision = revPrecision
  }

  /** Puts a candidate where it belongs, and returns its group if that is complete now. */
  place(candidate: Ticket): Group | undefined {
    const most = this.#room - playersOf(candidate)
    let group = this.#open.find((each) => each.players <= most && each.admits(candidate))
    if (group === undefined) {
      if (this.#open.length === maxOpenGroups) return undefined
      group = new Group(this.#revPrecision)
      this.#open.push(group)
    }
    group.add(candidate)
    if (group.players < this.#room) return undefined
    this.#open = this.#open.filter((each) => each !== group)
    return group
  }
}
