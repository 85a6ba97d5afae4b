import { act } from './actions.js'
import { byId, element, player } from './dom.js'
import { clockTime } from './state.js'

/** @typedef {import('../messages.ts').WireEntry} WireEntry */

/** As many as the server keeps. */
const capacity = 1_000

/** @type {{ entry: WireEntry, row: HTMLElement }[]} */
let shown = []
/** What came while the log was paused. @type {WireEntry[]} */
let held = []
let isPaused = false

const log = byId('log')
const pause = byId('pause')
const filters = /** @type {HTMLFormElement} */ (byId('filters'))

pause.addEventListener('click', () => {
  isPaused = !isPaused
  pause.setAttribute('aria-pressed', String(isPaused))
  addEntries(held.splice(0))
})
byId('clear').addEventListener('click', () => {
  replaceEntries([])
  void act('clear-log', {}, 'The log is empty.')
})
filters.addEventListener('submit', (event) => event.preventDefault())
filters.addEventListener('input', filterAll)

/**
 * Shows these entries and no others.
 *
 * @param {readonly WireEntry[]} entries
 */
export function replaceEntries(entries) {
  shown = []
  held = []
  log.replaceChildren()
  addEntries(entries)
}

/**
 * Adds entries at the end, and goes on showing the end if that is what was in sight.
 *
 * @param {readonly WireEntry[]} entries
 */
export function addEntries(entries) {
  if (isPaused) {
    held.push(...entries)
    pause.textContent = `Pause (${held.length})`
    return
  }
  pause.textContent = 'Pause'
  const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40
  const isWanted = filter()
  for (const entry of entries) {
    const row = draw(entry)
    row.hidden = !isWanted(entry)
    shown.push({ entry, row })
    log.append(row)
    offer(entry.player)
  }
  for (const { row } of shown.splice(0, Math.max(0, shown.length - capacity))) row.remove()
  count()
  if (isAtEnd) log.scrollTop = log.scrollHeight
}

function filterAll() {
  const isWanted = filter()
  for (const { entry, row } of shown) row.hidden = !isWanted(entry)
  count()
}

/** @returns {(entry: WireEntry) => boolean} */
function filter() {
  const chosen = new FormData(filters)
  const kinds = new Set(chosen.getAll('kind'))
  const name = String(chosen.get('player') ?? '')
  const text = String(chosen.get('text') ?? '').toLowerCase()
  const withPings = chosen.has('pings')
  return (entry) =>
    kinds.has(entry.kind) &&
    (name === '' || entry.player === name) &&
    (withPings || (entry.name !== 'ping' && entry.name !== 'pong')) &&
    (text === '' || `${entry.player} ${entry.name} ${entry.text}`.toLowerCase().includes(text))
}

function count() {
  const visible = shown.filter(({ row }) => !row.hidden).length
  byId('entry-count').textContent =
    visible === shown.length ? String(visible) : `${visible} of ${shown.length}`
}

/**
 * Lets a player be chosen in the filter.
 *
 * @param {string} name
 */
function offer(name) {
  const choices = /** @type {HTMLSelectElement} */ (filters.elements.namedItem('player'))
  const isKnown = name === '' || Array.from(choices.options).some(({ value }) => value === name)
  if (!isKnown) choices.append(new Option(name, name))
}

const arrows = { request: '→', answer: '←', event: '←', connection: '·', http: '⇄' }
const directions = { request: 'from', answer: 'to', event: 'to', connection: 'of', http: 'with' }

/** @param {WireEntry} entry */
function draw(entry) {
  const { kind, name, cid, atMs } = entry
  const isFault = name === 'error' || name === 'malformed' || name === 'refused'
  const row = element('details', { class: isFault ? 'entry fault' : 'entry', 'data-kind': kind })
  row.append(
    element(
      'summary',
      {},
      element('time', { datetime: new Date(atMs).toISOString() }, clockTime(atMs)),
      element('span', { class: 'arrow', role: 'img', 'aria-label': directions[kind] }, arrows[kind]),
      player(entry.player),
      element('span', { class: 'name' }, cid === '' ? name : `${name} #${cid}`),
      element('span', { class: 'gist' }, gistOf(entry)),
    ),
  )
  row.addEventListener('toggle', () => row.append(element('pre', {}, detailsOf(entry))), { once: true })
  return row
}

/**
 * The message in short: without its envelope, and with the beginnings of ids.
 *
 * @param {WireEntry} entry
 */
function gistOf({ kind, text }) {
  if (kind === 'connection' || kind === 'http') return text
  const message = messageIn(text)
  const gist = message === undefined ? text : message === '' ? '' : JSON.stringify(message)
  return gist.replace(/([0-9a-f]{8})-[0-9a-f-]{27}(?:\.[\w-]+)?/g, '$1')
}

/** @param {WireEntry} entry */
function detailsOf({ text, bytes, sessionId }) {
  const about = [sessionId === '' ? '' : `session ${sessionId}`, bytes === 0 ? '' : `${bytes} bytes`]
  const data = dataIn(messageIn(text))
  return [...about, pretty(text), data === '' ? '' : `data: ${data}`].filter((line) => line !== '').join('\n')
}

/**
 * @param {string} text
 * @returns {any} what the envelope holds: empty for an acknowledgement; undefined for no envelope
 */
function messageIn(text) {
  try {
    const { cid: _, ...content } = JSON.parse(text)
    return Object.values(content)[0] ?? ''
  } catch {
    return undefined
  }
}

/**
 * @param {any} message
 * @returns {string} the bytes in it, if they are text
 */
function dataIn(message) {
  try {
    const bytes = Uint8Array.from(atob(message.data), (letter) => letter.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return ''
  }
}

/** @param {string} text */
function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2)
  } catch {
    return text
  }
}
