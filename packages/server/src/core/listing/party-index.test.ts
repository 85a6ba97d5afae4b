import { describe, expect, it } from 'vitest'
import { JsonSyntaxError } from '../../json-syntax.ts'
import { ListingError } from './errors.ts'
import type { ListedParty } from './party-document.ts'
import { type ListingRequest, PartyIndex } from './party-index.ts'

const start = Date.parse('2026-01-01T00:00:00Z')

/** An open party for four without a label, called by its id. */
function party(partyId: string, traits: Partial<ListedParty> = {}): ListedParty {
  return { partyId, open: true, hidden: false, maxSize: 4, label: '', createTime: start, ...traits }
}

function listed(...parties: ListedParty[]): PartyIndex {
  const index = new PartyIndex()
  for (const each of parties) index.put(each)
  index.flush()
  return index
}

const ids = (index: PartyIndex, request?: ListingRequest) =>
  index.list(request).parties.map(({ partyId }) => partyId)

describe('a party', () => {
  it('is listed from the next flush on', () => {
    const index = new PartyIndex()
    index.put(party('a', { label: '{"n":5}' }))
    expect(index.isStale).toBe(true)
    expect(index.list()).toEqual({ parties: [], cursor: '' })
    index.flush()
    expect(index.isStale).toBe(false)
    expect(index.list()).toEqual({
      parties: [{ partyId: 'a', open: true, hidden: false, maxSize: 4, label: '{"n":5}' }],
      cursor: '',
    })
  })

  it('has an empty object for a label when it has none', () => {
    expect(listed(party('a')).list().parties[0]?.label).toBe('{}')
  })

  it('is listed as it was until a flush, whether it changes or ends', () => {
    const index = listed(party('a', { label: '{"n":5}' }))
    index.put(party('a', { label: '{"n":6}' }))
    expect(ids(index, { query: 'label.n:5' })).toEqual(['a'])
    index.flush()
    expect(ids(index, { query: 'label.n:5' })).toEqual([])
    expect(ids(index, { query: 'label.n:6' })).toEqual(['a'])
    index.delete('a')
    expect(ids(index)).toEqual(['a'])
    index.flush()
    expect(ids(index)).toEqual([])
    expect(index.size).toBe(0)
  })

  it('that begins and ends between two flushes is never listed', () => {
    const index = new PartyIndex()
    index.put(party('a'))
    index.delete('a')
    index.delete('b')
    index.flush()
    expect(index.size).toBe(0)
  })

  it('is left out as long as it is hidden', () => {
    const index = listed(party('a', { hidden: true }), party('b'))
    expect(ids(index)).toEqual(['b'])
    expect(ids(index, { query: '+hidden:T' })).toEqual([])
    expect(ids(index, { query: '+hidden:F' })).toEqual(['b'])
    index.put(party('a'))
    index.flush()
    expect(ids(index)).toEqual(['a', 'b'])
  })

  it('needs a label that is a JSON object', () => {
    expect(() => new PartyIndex().put(party('a', { label: '[]' }))).toThrow(JsonSyntaxError)
  })
})

describe('a listing', () => {
  const index = listed(
    party('eu.node1', { label: '{"region":"eu","rank":10,"tags":["new","fun"]}', createTime: start }),
    party('us.node1', { label: '{"region":"us","rank":20}', open: false, createTime: start + 1_000 }),
    party('eu2.node2', {
      label: '{"region":"eu","deep":{"er":true}}',
      maxSize: 8,
      createTime: start + 2_000,
    }),
  )

  it.each<[ListingRequest, string[]]>([
    [{}, ['eu.node1', 'us.node1', 'eu2.node2']],
    [{ query: '*' }, ['eu.node1', 'us.node1', 'eu2.node2']],
    [{ open: true }, ['eu.node1', 'eu2.node2']],
    [{ open: false }, ['us.node1']],
    [{ query: '+label.region:eu' }, ['eu.node1', 'eu2.node2']],
    [{ query: '+label.region:eu', open: false }, []],
    [{ query: '-label.region:eu' }, ['us.node1']],
    [{ query: 'label.rank:>=15 label.region:eu^3' }, ['eu.node1', 'eu2.node2', 'us.node1']],
    [{ query: '+label.rank:<=20 label.rank:20 ^3' }, ['us.node1', 'eu.node1']],
    [{ query: 'label.tags:fun' }, ['eu.node1']],
    [{ query: 'label.deep.er:T' }, ['eu2.node2']],
    [{ query: '+open:F' }, ['us.node1']],
    [{ query: '+max_size:>4' }, ['eu2.node2']],
    [{ query: '+node:node1' }, ['eu.node1', 'us.node1']],
    [{ query: '+_id:eu.node1' }, ['eu.node1']],
    [{ query: '+create_time:>"2026-01-01T00:00:00Z"' }, ['us.node1', 'eu2.node2']],
    [{ query: 'eu' }, []],
  ])('%j gives %j', (request, expected) => {
    expect(ids(index, request)).toEqual(expected)
  })

  it('is in the order of creation, which changes do not alter', () => {
    const ordered = listed(party('b', { createTime: start + 2 }), party('a', { createTime: start + 1 }))
    ordered.put(party('c', { createTime: start + 3 }))
    ordered.flush()
    ordered.put(party('a', { createTime: start + 1, label: '{"x":1}' }))
    ordered.flush()
    expect(ids(ordered)).toEqual(['a', 'b', 'c'])
    ordered.put(party('c', { createTime: start + 3, label: '{"x":1}' }))
    ordered.put(party('b', { createTime: start + 2, label: '{"x":1}' }))
    ordered.flush()
    expect(ids(ordered, { query: '+label.x:1' })).toEqual(['a', 'b', 'c'])
  })

  it.each([0, -1, 101, 1.5, Number.NaN])('of %s parties is refused', (limit) => {
    expect(() => index.list({ limit })).toThrow(
      new ListingError('Invalid limit - limit must be between 1 and 100.'),
    )
  })

  it.each(['+', 'label.x:', 'label.x:/(/', 'label.x:a~3', 'create_time:>"2026-01-01"'])(
    'for the query %s is refused',
    (query) => {
      expect(() => index.list({ query })).toThrow(ListingError)
    },
  )
})

describe('a cursor', () => {
  const names = Array.from({ length: 25 }, (_, number) => `p${String(number).padStart(2, '0')}`)
  const index = listed(
    ...names.map((name, age) => party(name, { label: '{"ü":1}', createTime: start + age })),
  )

  it('leads to the next page, until there are no more', () => {
    const first = index.list()
    const second = index.list({ cursor: first.cursor })
    const third = index.list({ cursor: second.cursor })
    expect([first, second, third].map(({ parties }) => parties.length)).toEqual([10, 10, 5])
    expect([first, second, third].flatMap(({ parties }) => parties.map(({ partyId }) => partyId))).toEqual(
      names,
    )
    expect(third.cursor).toBe('')
  })

  it('is not there when the page is full but the last', () => {
    expect(index.list({ limit: 25 }).cursor).toBe('')
    expect(index.list({ limit: 24 }).cursor).not.toBe('')
  })

  it('goes on where the page ended, also for rated parties and queries of any letters', () => {
    const request = { query: 'label.ü:1 label.ü:<2', limit: 20, open: true }
    const { cursor } = index.list(request)
    expect(cursor).toMatch(/^[\w-]+$/)
    expect(ids(index, { ...request, cursor })).toEqual(names.slice(20))
  })

  it('past the end gives an empty page', () => {
    const shrinking = listed(...names.map((name) => party(name)))
    const { cursor } = shrinking.list({ limit: 20 })
    for (const name of names) shrinking.delete(name)
    shrinking.flush()
    expect(shrinking.list({ limit: 20, cursor })).toEqual({ parties: [], cursor: '' })
  })

  it('is of no use to another listing, nor when it is damaged', () => {
    const request = { query: '*', limit: 5, open: true }
    const { cursor } = index.list(request)
    const refused: ListingRequest[] = [
      { ...request, cursor, limit: 6 },
      { ...request, cursor, query: '' },
      { ...request, cursor, open: false },
      { limit: 5, query: '*', cursor },
      { ...request, cursor: `${cursor}A` },
      { ...request, cursor: `${cursor}=` },
      { ...request, cursor: cursor.slice(1) },
      { ...request, cursor: 'nonsense' },
      { ...request, cursor: '!' },
    ]
    for (const each of refused) expect(() => index.list(each), JSON.stringify(each)).toThrow(ListingError)
    expect(ids(index, { ...request, cursor })).toHaveLength(5)
  })
})
