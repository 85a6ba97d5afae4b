/**
 * Run by a test as a process of its own, to be killed: writes accounts and notifications into the store of the
 * first argument and prints the name of each once both are stored. Ends by itself after 5000.
 */
import { writeSync } from 'node:fs'
import { openSqliteStore } from './sqlite.ts'

const [file = '', round = ''] = process.argv.slice(2)
const store = await openSqliteStore(file)
for (let i = 0; i < 5_000; i++) {
  const name = `player-${round}-${i}`
  await store.createAccount({
    userId: name,
    username: name,
    customId: undefined,
    deviceIds: [`${name}-d1`, `${name}-d2`, `${name}-d3`],
    email: undefined,
    passwordHash: undefined,
    banned: false,
    createTimeMs: i,
  })
  await store.addNotification({
    id: name,
    userId: name,
    subject: 'welcome',
    content: '{}',
    code: 1,
    senderId: '',
    createTimeMs: i,
  })
  writeSync(1, `${name}\n`)
}
await store.close()
