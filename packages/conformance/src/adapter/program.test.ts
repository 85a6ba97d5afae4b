import { describe, expect, it } from 'vitest'
import type { Link, LinkListener, OpenLink } from './link.ts'
import type { Reply } from './messages.ts'
import { splitCommand } from './process-link.ts'
import { Program, ProgramError } from './program.ts'

const hello = { type: 'hello', contract: 1, name: 'x', version: '1', language: 'C', features: [] }

/** A program whose every word is said by the test. */
function scripted(first: unknown = hello): { open: OpenLink; sent: { id: number }[]; says: LinkListener } {
  const sent: { id: number }[] = []
  let listener: LinkListener | undefined
  const says: LinkListener = {
    onMessage: (message) => listener?.onMessage(message),
    onEnd: (reason) => listener?.onEnd(reason),
  }
  const link: Link = { send: (message) => void sent.push(message as { id: number }), close: async () => {} }
  const open: OpenLink = async (given) => {
    listener = given
    if (first !== undefined) given.onMessage(first)
    return link
  }
  return { open, sent, says }
}

/** A command of any kind, and a promise of its reply. */
function ask(program: Program): { id: number; reply: Promise<Reply> } {
  let id = 0
  const reply = new Promise<Reply>((resolve) => {
    id = program.request({ type: 'barrier', actor: 'a' }, resolve)
  })
  return { id, reply }
}

/** An actor that writes down what it hears. */
function actorOf(program: Program, name: string): string[] {
  const heard: string[] = []
  program.addActor(name, {
    onEvent: (event) => heard.push(event.name),
    onFault: (message) => heard.push(message),
  })
  return heard
}

describe('a program', () => {
  it('begins with its hello', async () => {
    const { open } = scripted()
    expect((await Program.start(open)).hello).toMatchObject({ name: 'x' })
  })

  it.each([
    [{ type: 'result', id: 1 }, 'the first message of a program must be its hello, not result'],
    ['hi', "the program's hello cannot be taken"],
  ])('is refused when it begins with %j', async (first, problem) => {
    const { open } = scripted(first)
    await expect(Program.start(open)).rejects.toThrow(ProgramError)
    await expect(Program.start(scripted(first).open)).rejects.toThrow(problem)
  })

  it('is refused when it ends before it says hello', async () => {
    const open: OpenLink = async (listener) => {
      listener.onEnd('the program has ended with status 3')
      return { send: () => {}, close: async () => {} }
    }
    await expect(Program.start(open)).rejects.toThrow('ended with status 3')
  })

  it('gets each reply to its own command, in whatever order they come', async () => {
    const { open, says, sent } = scripted()
    const program = await Program.start(open)
    const first = ask(program)
    const second = ask(program)
    expect(sent.map(({ id }) => id)).toEqual([first.id, second.id])
    says.onMessage({ type: 'error', id: second.id, message: 'no' })
    says.onMessage({ type: 'result', id: first.id })
    expect([(await first.reply).type, (await second.reply).type]).toEqual(['result', 'error'])
  })

  it('tells each actor its own events', async () => {
    const { open, says } = scripted()
    const program = await Program.start(open)
    const [a, b] = [actorOf(program, 'a'), actorOf(program, 'b')]
    says.onMessage({ type: 'event', actor: 'b', seq: 1, name: 'party', value: {} })
    says.onMessage({ type: 'event', actor: 'a', seq: 1, name: 'partyClose', value: {} })
    says.onMessage({ type: 'event', actor: 'nobody', seq: 1, name: 'partyClose', value: {} })
    expect([a, b]).toEqual([['partyClose'], ['party']])
  })

  it('is at fault when it loses an event', async () => {
    const { open, says } = scripted()
    const heard = actorOf(await Program.start(open), 'a')
    says.onMessage({ type: 'event', actor: 'a', seq: 2, name: 'party', value: {} })
    expect(heard).toEqual([expect.stringContaining('event 1 of a was due, not event 2')])
  })

  it('is at fault when a reply is not one, and everyone is when nobody can be blamed', async () => {
    const { open, says } = scripted()
    const program = await Program.start(open)
    const heard = actorOf(program, 'a')
    const { id, reply } = ask(program)
    says.onMessage({ type: 'error', id })
    expect(await reply).toMatchObject({
      type: 'fault',
      message: expect.stringContaining('must have "message"'),
    })
    says.onMessage('Segmentation fault')
    says.onMessage({ type: 'result', id: 77 })
    expect(heard).toEqual([
      expect.stringContaining('"Segmentation fault"'),
      expect.stringContaining('there is no command 77 to reply to'),
    ])
  })

  it('leaves nothing waiting when it ends', async () => {
    const { open, says } = scripted()
    const program = await Program.start(open)
    const before = ask(program)
    says.onEnd('the program has ended by SIGSEGV')
    const after = ask(program)
    for (const { reply } of [before, after]) {
      expect(await reply).toMatchObject({ type: 'fault', message: 'the program has ended by SIGSEGV' })
    }
  })
})

describe('a command line', () => {
  it('is split at spaces, with quotes to keep them', () => {
    expect(splitCommand('node a.ts  --x "b c" ""')).toEqual(['node', 'a.ts', '--x', 'b c', ''])
  })
})
