import { describe, expect, it } from 'vitest'
import type { Action } from './actions.ts'
import { fromLink, toLink } from './link.ts'
import { opening, scenes } from './scenes.ts'
import { World } from './world.ts'

const actions: readonly Action[] = [
  { verb: 'create', player: 0, args: [false, 4, '{"mode":"duo"}'] },
  { verb: 'join', player: 1, args: [0] },
  { verb: 'accept', player: 0, args: [0, 1] },
  { verb: 'delay', player: 1, args: [2000] },
  { verb: 'say', player: 0, args: [0, 1, 'ready? 👋'] },
  { verb: 'advance', player: 0, args: [20_000] },
  { verb: 'drop', player: 1, args: [] },
  { verb: 'advance', player: 0, args: [20_000] },
]

describe('the link of a playground', () => {
  it('comes back as what was done', () => {
    expect(fromLink(toLink(actions))).toEqual(actions)
  })

  it.each([
    '',
    'x',
    '!!!',
    toLink([]),
    btoa('[["nothing",0]]'),
    btoa('[["join",9,0]]'),
    btoa('[["say",0,{}]]'),
  ])('is ignored when it is %s', (link) => expect(fromLink(link)).toEqual([]))

  it('leads to the same state, down to the frames', async () => {
    const [one, other] = await Promise.all([stateAfter(actions), stateAfter(fromLink(toLink(actions)))])
    expect(one.frames.length).toBeGreaterThan(20)
    expect(other).toEqual(one)
  })
})

describe('what plays by itself', () => {
  it.each([...scenes.map(({ title, actions }) => ({ title, actions })), openingScene()])(
    'goes through without a refusal: $title',
    async ({ actions }) => {
      const { players } = await stateAfter(actions)
      expect(players.flatMap(({ feed }) => feed.filter(({ kind }) => kind === 'refused'))).toEqual([])
    },
  )
})

function openingScene() {
  return { title: 'the front page', actions: opening.map(({ action }) => action) }
}

async function stateAfter(actions: readonly Action[]) {
  const world = await World.after(actions)
  const view = world.view()
  await world.close()
  return view
}
