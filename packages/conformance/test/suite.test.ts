import { PartyServer } from '@party/server'
import { listen } from '@party/server/node'
import { describe, expect, it } from 'vitest'
import type { OpenLink } from '../src/adapter/link.ts'
import { readCases } from '../src/cases/files.ts'
import { consoleReport } from '../src/report/console.ts'
import { runSuite } from '../src/suite.ts'

const cases = readCases()

/** The recordings are played by replay.test.ts. */
describe('the reference client and the reference server', () => {
  it.each(['reference', 'reference:port'])(
    'pass every case in both encodings: %s',
    async (server) => {
      const result = await runSuite({
        client: 'reference',
        servers: [server],
        cases,
        recordings: [],
        serverKey: '',
        codecs: [],
        selection: { patterns: [], tags: [] },
        parallel: 8,
      })
      const bad = result.records.filter(({ outcome }) => outcome !== 'passed')
      if (bad.length > 0) expect.fail(consoleReport({ ...result, records: bad }))
      expect(result.records.length).toBeGreaterThan(2 * cases.length - 20)
    },
    60_000,
  )
})

/** Events travel apart from answers inside Nakama: a ping may be answered before what happened earlier is told. */
describe('a server whose events come after its answers', () => {
  const late: (open: OpenLink) => OpenLink = (open) => (listener) =>
    open({
      onEnd: (reason) => listener.onEnd(reason),
      onMessage: (message) => {
        const isEvent = (message as { readonly type: string }).type === 'event'
        if (isEvent) setTimeout(() => listener.onMessage(message), 15)
        else listener.onMessage(message)
      },
    })

  it('passes when it is watched long enough', async () => {
    const host = await listen(new PartyServer())
    const { records } = await runSuite({
      client: 'reference',
      servers: [host.url],
      cases,
      recordings: [],
      serverKey: 'defaultkey',
      codecs: ['json'],
      selection: { patterns: ['accept/*', 'rotation/*', 'data/to-everyone-else'], tags: [] },
      parallel: 16,
      quietMs: 60,
      wrapLink: late,
    })
    await host.close()
    expect(records.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    expect(records.filter(({ outcome }) => outcome === 'passed')).toHaveLength(20)
  })
})
