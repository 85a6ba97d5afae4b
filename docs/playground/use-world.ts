import { onBeforeUnmount, onMounted, type Ref, readonly, ref, type ShallowRef, shallowRef } from 'vue'
import type { Action, Argument, Verb } from './actions.ts'
import type { World, WorldView } from './world.ts'

export interface UseWorld {
  /** What there is to see; undefined until the server in the page is up. */
  readonly view: Readonly<ShallowRef<WorldView | undefined>>
  readonly isBusy: Readonly<Ref<boolean>>
  /** Has a player do something, after everything that was asked for before. */
  readonly act: (verb: Verb, player: number, ...args: readonly Argument[]) => Promise<void>
  /** Begins anew, and does these things first. */
  readonly begin: (actions: readonly Action[]) => Promise<void>
}

/** A world for a component: made when the component is in the page, gone with it. */
export function useWorld(
  first: () => readonly Action[],
  changed: (view: WorldView) => void = () => {},
): UseWorld {
  const view = shallowRef<WorldView>()
  const isBusy = ref(false)
  let world: World | undefined
  let isGone = false
  let queue: Promise<void> = Promise.resolve()

  const enqueue = (task: () => Promise<void>): Promise<void> => {
    queue = queue.then(async () => {
      if (isGone) return
      isBusy.value = true
      await task()
      isBusy.value = false
      if (world === undefined) return
      view.value = world.view()
      changed(view.value)
    })
    return queue
  }

  const begin: UseWorld['begin'] = (actions) =>
    enqueue(async () => {
      // The server, the client and the codecs are only loaded where somebody plays.
      const { World } = await import('./world.ts')
      await world?.close()
      world = await World.after(actions)
    })

  const act: UseWorld['act'] = (verb, player, ...args) =>
    enqueue(async () => world?.do({ verb, player, args }))

  onMounted(() => void begin(first()))
  onBeforeUnmount(() => {
    isGone = true
    void queue.then(() => world?.close())
  })
  return { view: readonly(view), isBusy: readonly(isBusy), act, begin }
}
