import { act } from './actions.js'
import { badge, button, byId, element, player, shortId, show } from './dom.js'

/**
 * @typedef {import('../messages.ts').InspectorState} InspectorState
 * @typedef {InspectorState['sessions'][number] & { delayMs: number }} Session
 * @typedef {InspectorState['parties'][number]} Party
 * @typedef {InspectorState['tickets'][number]} Ticket
 */

const delays = [0, 100, 500, 2_000, 10_000]

/**
 * Shows sessions, parties and tickets as they are now.
 *
 * @param {InspectorState} state
 */
export function showState(state) {
  byId('node').textContent = state.name
  byId('address').textContent = state.url
  document.title = `${state.name} · party-server inspector`
  byId('session-count').textContent = String(state.sessions.length)
  byId('party-count').textContent = String(state.parties.length)
  byId('ticket-count').textContent = String(state.ticketCount)
  const sessions = state.sessions.map((session) => ({
    ...session,
    delayMs: state.delays[session.sessionId] ?? 0,
  }))
  show(byId('sessions'), sessions, ({ sessionId }) => sessionId, drawSession)
  show(byId('parties'), state.parties, ({ partyId }) => partyId, drawParty)
  show(byId('tickets'), state.tickets, ({ ticket }) => ticket, drawTicket)
}

/** @param {Session} session */
function drawSession({ sessionId, username, format, status, delayMs }) {
  const delay = element('select', { 'aria-label': `Delay of messages to ${username}` })
  const choices = delays.includes(delayMs) ? delays : [...delays, delayMs]
  for (const ms of choices)
    delay.append(new Option(ms === 0 ? 'no delay' : `${inSeconds(ms)} late`, String(ms)))
  delay.value = String(delayMs)
  delay.addEventListener('change', () => {
    const chosen = Number(delay.value)
    const done =
      chosen === 0
        ? `Messages reach ${username} in time.`
        : `Messages reach ${username} ${inSeconds(chosen)} late.`
    void act('delay', { sessionId, delayMs: chosen }, done)
  })
  const row = element('div', { class: 'row' }, player(username), shortId(sessionId))
  if (format === 'protobuf') row.append(badge('protobuf'))
  if (status !== undefined) row.append(badge(status === '' ? 'online' : `“${status}”`, 'open'))
  const controls = element(
    'div',
    { class: 'controls' },
    delay,
    button('Drop', `Drop the connection of ${username}`, () =>
      act('drop', { sessionId }, `The connection of ${username} is broken.`),
    ),
    button('Kick', `Kick ${username}`, () => act('kick', { sessionId }, `${username} was told to go.`)),
  )
  row.append(controls)
  return [row]
}

/** @param {Party} party */
function drawParty({ partyId, open, maxSize, leader, members, joinRequests }) {
  const row = element(
    'div',
    { class: 'row' },
    element('strong', { title: partyId }, `Party ${partyId.slice(0, 8)}`),
    badge(open ? 'open' : 'closed', open ? 'open' : 'closed'),
    element('span', { class: 'quiet' }, `${members.length} of ${maxSize}`),
    element('span', { class: 'grow' }),
    button('Close', `Close party ${partyId.slice(0, 8)}`, () =>
      act('close-party', { partyId }, `Party ${partyId.slice(0, 8)} is closed.`),
    ),
  )
  const list = element('ul', { class: 'members', 'aria-label': 'Members, in the order of joining' })
  for (const { username, sessionId } of members) {
    const isLeader = sessionId === leader?.sessionId
    const item = element('li', isLeader ? { class: 'leader' } : {}, player(username))
    if (isLeader) item.append(element('span', { class: 'role' }, 'leads'))
    list.append(item)
  }
  for (const { username } of joinRequests) {
    const asks = element('span', { class: 'role' }, 'asks to join')
    list.append(element('li', { class: 'waiting' }, player(username), asks))
  }
  return [row, list]
}

/** @param {Ticket} ticket */
function drawTicket(ticket) {
  const { members, minCount, maxCount, countMultiple, partyId, query, createTimeMs } = ticket
  const size = minCount === maxCount ? String(minCount) : `${minCount} to ${maxCount}`
  const row = element(
    'div',
    { class: 'row' },
    ...members.map(({ username }) => player(username)),
    shortId(ticket.ticket),
    element('span', { class: 'grow' }),
    element('span', { class: 'quiet' }, `since ${clockTime(createTimeMs).slice(0, 8)}`),
  )
  const wish = `${size} players${countMultiple > 1 ? `, by ${countMultiple}` : ''}`
  const details = element('div', { class: 'row quiet' }, wish)
  if (partyId !== '') details.append(badge(`party ${partyId.slice(0, 8)}`))
  details.append(element('code', { 'aria-label': 'Query' }, query))
  const properties = { ...ticket.stringProperties, ...ticket.numericProperties }
  for (const [name, value] of Object.entries(properties)) details.append(badge(`${name} = ${value}`))
  return [row, details]
}

/** @param {number} ms */
function inSeconds(ms) {
  return ms < 1_000 ? `${ms} ms` : `${ms / 1_000} s`
}

/**
 * @param {number} atMs
 * @returns {string} as `12:34:56.789`
 */
export function clockTime(atMs) {
  const date = new Date(atMs)
  const two = (/** @type {number} */ number) => String(number).padStart(2, '0')
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')
  return `${time}.${String(date.getMilliseconds()).padStart(3, '0')}`
}
