import { Matchmaker, type TicketRequest } from '../../src/core/matchmaker/index.ts'
import { median } from '../statistics.ts'

// Passes over many waiting tickets; prints the milliseconds of CPU for each kind of crowd.

const tickets = 10_000
const rounds = Number(process.argv[2])

const request = (wish: Partial<TicketRequest>): TicketRequest => ({
  minCount: 2,
  maxCount: 2,
  countMultiple: undefined,
  query: '*',
  stringProperties: {},
  numericProperties: {},
  ...wish,
})

/** What the tickets of each crowd ask for, by their number. */
const crowds: Readonly<Record<string, (index: number) => TicketRequest>> = {
  'nobody suits anybody': (index) =>
    request({
      query: `+properties.region:r${index} +properties.mode:ranked`,
      stringProperties: { region: `r${index + 1}`, mode: 'ranked' },
    }),
  'everybody suits everybody': () => request({}),
  'pairs of one mode and of near ranks': (index) => {
    const rank = (index * 7919) % 1000
    return request({
      query: `+properties.mode:m${index % 100} +properties.rank:>=${rank - 50} +properties.rank:<=${rank + 50}`,
      stringProperties: { mode: `m${index % 100}` },
      numericProperties: { rank },
    })
  },
  'groups of four to eight of near ranks': (index) => {
    const rank = (index * 7919) % 1000
    return request({
      minCount: 4,
      maxCount: 8,
      query: `+properties.rank:>=${rank - 20} +properties.rank:<=${rank + 20}`,
      numericProperties: { rank },
    })
  },
}

function passMs(wishOf: (index: number) => TicketRequest): number {
  let id = 0
  const matchmaker = new Matchmaker({
    maxTickets: 3,
    maxIntervals: 2,
    revPrecision: false,
    newTicketId: () => `ticket-${id++}`,
  })
  for (let index = 0; index < tickets; index++) {
    const name = `player-${index}`
    const presence = { userId: name, sessionId: name, username: name, persistence: false, status: undefined }
    matchmaker.addSolo(presence, wishOf(index), index)
  }
  const before = process.cpuUsage()
  matchmaker.pass(tickets)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** Looking at every ticket once and doing nothing with it. */
function noOpMs(): number {
  const map = new Map(Array.from({ length: tickets }, (_, index) => [`ticket-${index}`, { index }]))
  const times = 100
  let sum = 0
  const before = process.cpuUsage()
  for (let time = 0; time < times; time++) for (const { index } of map.values()) sum += index
  const { user, system } = process.cpuUsage(before)
  return sum < 0 ? Number.NaN : (user + system) / 1000 / times
}

const repeat = (measure: () => number): number => median(Array.from({ length: rounds }, measure))

process.stdout.write(
  JSON.stringify({
    passMs: Object.fromEntries(
      Object.entries(crowds).map(([crowd, wishOf]) => [crowd, repeat(() => passMs(wishOf))]),
    ),
    noOpMs: repeat(noOpMs),
  }),
)
