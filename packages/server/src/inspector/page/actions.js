import { byId } from './dom.js'

const noticeMs = 4_000
let hiding = 0

/**
 * Tells the user something, for a while.
 *
 * @param {string} text
 */
function tell(text) {
  clearTimeout(hiding)
  byId('notice').textContent = text
  hiding = setTimeout(() => {
    byId('notice').textContent = ''
  }, noticeMs)
}

/**
 * Has the server do something, and tells how it went.
 *
 * @param {string} action
 * @param {object} input
 * @param {string} done what to tell when it is done
 */
export async function act(action, input, done) {
  try {
    const response = await fetch(`/actions/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(input),
    })
    tell(response.ok ? done : await response.text())
  } catch {
    tell('The server does not answer.')
  }
}
