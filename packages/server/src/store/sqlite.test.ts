import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openSqliteStore } from './sqlite.ts'
import { migrations } from './sqlite-schema.ts'
import { account, describeStore, notification } from './store.contract.ts'
import { type Store, StoreUnavailableError } from './store.ts'

let folder = ''
let files = 0
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'party-store-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const newFile = () => join(folder, `${files++}.db`)

describeStore('sqlite', () => openSqliteStore(newFile()))

describe('a SQLite file', () => {
  it('keeps accounts and notifications over a restart', async () => {
    const file = newFile()
    const ada = account('ada', { customId: 'ada-custom', deviceIds: ['ada-1'], passwordHash: 'hashed' })
    await using(file, async (store) => {
      await store.createAccount(ada)
      await store.addNotification(notification('ada', 'n1'))
    })
    await using(file, async (store) => {
      expect(await store.findByCustomId('ada-custom')).toEqual(ada)
      expect((await store.listNotifications('ada', 10, 0)).map(({ id }) => id)).toEqual(['n1'])
    })
  })

  it('goes on counting positions over a restart, though all was deleted', async () => {
    const file = newFile()
    let position = 0
    await using(file, async (store) => {
      await store.addNotification(notification('ada', 'n1'))
      position = (await store.listNotifications('ada', 1, 0))[0]?.position ?? 0
      await store.deleteNotifications('ada', ['n1'])
    })
    await using(file, async (store) => {
      await store.addNotification(notification('ada', 'n2'))
      expect(await store.listNotifications('ada', 1, position)).toHaveLength(1)
    })
  })

  it('says so when it was written by a later version, and is left as it was', async () => {
    const file = newFile()
    await using(file, (store) => store.createAccount(account('ada')))
    setVersion(file, migrations.length + 1)
    await expect(openSqliteStore(file)).rejects.toThrow(
      `the store is of version ${migrations.length + 1}, this server knows versions up to ${migrations.length}`,
    )
    setVersion(file, migrations.length)
    await using(file, async (store) => {
      expect(await store.findByUsername('ada')).toBeDefined()
    })
  })

  it('says so when it is no database, or cannot be there', async () => {
    const file = newFile()
    writeFileSync(file, 'a text, and long enough to be no empty database'.repeat(20))
    await expect(openSqliteStore(file)).rejects.toBeInstanceOf(StoreUnavailableError)
    await expect(openSqliteStore(join(folder, 'no', 'such', 'folder.db'))).rejects.toThrow(
      /cannot open .*folder\.db/,
    )
  })

  it('says what is missing where the runtime has no SQLite', async () => {
    const builtin = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined)
    try {
      await expect(openSqliteStore(newFile())).rejects.toThrow(/needs Node 22\.13 or later/)
    } finally {
      builtin.mockRestore()
    }
  })
})

describe('a process that is killed while it writes', () => {
  it('leaves every acknowledged write, and no half of one', { timeout: 60_000 }, async () => {
    const file = newFile()
    for (let round = 0; round < 3; round++) {
      const acknowledged = await killWhileWriting(file, round, 40 + round * 17)
      await using(file, async (store) => {
        for (const name of acknowledged) {
          const found = await store.findByUsername(name)
          expect(found?.deviceIds).toEqual(devicesOf(name))
          expect(await store.listNotifications(name, 10, 0)).toHaveLength(1)
        }
      })
      expectConsistent(file)
    }
  })
})

/**
 * Runs a process that writes accounts (three devices each, so that a write has several parts) and a notification
 * for each, tells of every finished one, and is killed as soon as it has told of `count`. Returns whom it told of.
 */
async function killWhileWriting(file: string, round: number, count: number): Promise<string[]> {
  const writer = fileURLToPath(new URL('./sqlite.writer.ts', import.meta.url))
  const child = spawn(process.execPath, [writer, file, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('exit', (_code, signal) => resolve(signal))
  })
  const acknowledged: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line)
    if (acknowledged.length === count) child.kill('SIGKILL')
  }
  expect(await ended).toBe('SIGKILL')
  expect(acknowledged.length).toBeGreaterThanOrEqual(count)
  return acknowledged
}

function devicesOf(name: string): string[] {
  return [`${name}-d1`, `${name}-d2`, `${name}-d3`]
}

/** No account without its devices, no device without its account, no damage to the file. */
function expectConsistent(file: string): void {
  const database = new DatabaseSync(file)
  try {
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    expect(database.prepare('PRAGMA foreign_key_check').all()).toEqual([])
    const torn = database
      .prepare(
        'SELECT username FROM account WHERE (SELECT count(*) FROM account_device d WHERE d.user_id = account.user_id) <> 3',
      )
      .all()
    expect(torn).toEqual([])
  } finally {
    database.close()
  }
}

function setVersion(file: string, version: number): void {
  const database = new DatabaseSync(file)
  database.prepare('UPDATE schema_version SET version = ?').run(version)
  database.close()
}

async function using(file: string, run: (store: Store) => Promise<void>): Promise<void> {
  const store = await openSqliteStore(file)
  try {
    await run(store)
  } finally {
    await store.close()
  }
}
