import { byId } from './dom.js'
import { showState } from './state.js'
import { addEntries, replaceEntries } from './wire-log.js'

/** @typedef {import('../messages.ts').FeedEvents} FeedEvents */

const feed = new EventSource('/events')
const link = byId('link')

/**
 * @param {'live' | 'lost'} state
 * @param {string} text
 */
function showLink(state, text) {
  link.dataset['state'] = state
  link.textContent = text
}

/**
 * @template {keyof FeedEvents} Name
 * @param {Name} name
 * @param {(data: FeedEvents[Name]) => void} handle
 */
function on(name, handle) {
  feed.addEventListener(name, (event) => handle(JSON.parse(event.data)))
}

on('hello', ({ state, entries }) => {
  showLink('live', 'Live')
  showState(state)
  replaceEntries(entries)
})
on('state', showState)
on('entries', addEntries)
// The browser tries again by itself.
feed.addEventListener('error', () => showLink('lost', 'Server is gone'))
