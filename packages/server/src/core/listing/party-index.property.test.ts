import fc from 'fast-check'
import { expect, it } from 'vitest'
import { matches, parseQuery, score } from '../query/index.ts'
import { someFields, someQuery } from '../query/query.fixture.ts'
import { type ListedParty, partyDocument } from './party-document.ts'
import { PartyIndex } from './party-index.ts'

const change = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      put: fc.nat(30),
      open: fc.boolean(),
      hidden: fc.boolean(),
      maxSize: fc.nat(4),
      label: fc.oneof(
        fc.constant(''),
        someFields.map((fields) => JSON.stringify(fields)),
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ delete: fc.nat(30) }) },
  { weight: 2, arbitrary: fc.constant('flush' as const) },
)

const query = fc.oneof(
  fc.constantFrom('', '+open:T', '-max_size:2', 'max_size:>1 ^2 open:F', '+label.a:*'),
  someQuery.map((text) => text.replaceAll(/(^|[ +-])(a|b)(?=[:.])/g, '$1label.$2')),
)

it('lists what a plain filter and sort would, page by page', () => {
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 40, size: 'max' }),
      query,
      fc.option(fc.boolean(), { nil: undefined }),
      fc.integer({ min: 1, max: 7 }),
      (changes, text, open, limit) => {
        const index = new PartyIndex()
        const pending = new Map<string, ListedParty | undefined>()
        let shown: ListedParty[] = []
        let createTime = 0
        const flush = () => {
          index.flush()
          for (const [partyId, party] of pending) {
            const place = shown.findIndex((each) => each.partyId === partyId)
            if (party === undefined) shown = shown.filter((each) => each.partyId !== partyId)
            else if (place >= 0) shown[place] = party
            else shown.push(party)
          }
          pending.clear()
          shown.sort((a, b) => a.createTime - b.createTime)
        }
        for (const each of changes) {
          if (each === 'flush') flush()
          else if ('delete' in each) {
            index.delete(`${each.delete}.n`)
            pending.set(`${each.delete}.n`, undefined)
          } else {
            const { put, ...traits } = each
            const partyId = `${put}.n`
            const known = pending.get(partyId) ?? shown.find((party) => party.partyId === partyId)
            const party = { partyId, ...traits, createTime: known?.createTime ?? createTime++ }
            // An ended party does not come back under its id.
            if (pending.has(partyId) && pending.get(partyId) === undefined) continue
            index.put(party)
            pending.set(partyId, party)
          }
        }
        flush()

        const parsed = parseQuery(text)
        const rate = (party: ListedParty) => score(parsed, partyDocument(party)) ?? 0
        const expected = shown
          .filter((party) => !party.hidden && (open === undefined || party.open === open))
          .filter((party) => matches(parsed, partyDocument(party)))
          .sort((a, b) => rate(b) - rate(a) || a.createTime - b.createTime)
          .map(({ partyId }) => partyId)
        const found: string[] = []
        let cursor = ''
        do {
          const page = index.list({ query: text, open, limit, cursor })
          expect(page.parties.length).toBeLessThanOrEqual(limit)
          found.push(...page.parties.map(({ partyId }) => partyId))
          cursor = page.cursor
        } while (cursor !== '' && found.length <= expected.length)
        expect(found).toEqual(expected)
        expect(index.size).toBe(shown.length)
      },
    ),
    { numRuns: 1_000 },
  )
})
