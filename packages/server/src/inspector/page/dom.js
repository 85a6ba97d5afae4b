/**
 * Makes an element.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, attributes, ...children) {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.append(...children)
  return made
}

/**
 * The element of that id, which the page has.
 *
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`the page has no ${id}`)
  return found
}

/**
 * Shows items as the children of a list, one each. A child stays as long as its item does, and is drawn anew only when
 * the item has changed, so that focus and selection stay where they are.
 *
 * @template Item
 * @param {HTMLElement} list
 * @param {readonly Item[]} items
 * @param {(item: Item) => string} keyOf
 * @param {(item: Item) => Node[]} draw
 */
export function show(list, items, keyOf, draw) {
  const before = new Map(Array.from(list.children, (child) => [child.getAttribute('data-key'), child]))
  let at = list.firstElementChild
  for (const item of items) {
    const key = keyOf(item)
    const child = before.get(key) ?? element('li', { 'data-key': key })
    before.delete(key)
    const drawn = JSON.stringify(item)
    if (child.getAttribute('data-drawn') !== drawn) redraw(child, draw(item))
    child.setAttribute('data-drawn', drawn)
    if (child === at) at = at.nextElementSibling
    else list.insertBefore(child, at)
  }
  for (const child of before.values()) child.remove()
}

/**
 * Draws anew, and gives the focus back to the control that had it.
 *
 * @param {Element} child
 * @param {Node[]} content
 */
function redraw(child, content) {
  const focused = child.contains(document.activeElement) ? document.activeElement : null
  const label = focused?.getAttribute('aria-label')
  child.replaceChildren(...content)
  if (!label) return
  const again = Array.from(child.querySelectorAll('[aria-label]')).find(
    (control) => control.getAttribute('aria-label') === label,
  )
  if (again instanceof HTMLElement) again.focus()
}

/** Every player's hue, far from those of the players seen before. @type {Map<string, number>} */
const hues = new Map()

/**
 * A player's name, with a colour of its own.
 *
 * @param {string} name
 */
export function player(name) {
  const hue = hues.get(name) ?? Math.round(250 + hues.size * 137.5) % 360
  hues.set(name, hue)
  const made = element('span', { class: 'player' }, name)
  made.style.setProperty('--hue', String(hue))
  return made
}

/**
 * The beginning of an id; the whole of it shows when it is pointed at.
 *
 * @param {string} id
 */
export function shortId(id) {
  return element('span', { class: 'id', title: id }, id.slice(0, 8))
}

/**
 * @param {string} text
 * @param {string} kind
 */
export function badge(text, kind = '') {
  return element('span', { class: `badge ${kind}`.trim() }, text)
}

/**
 * @param {string} text
 * @param {string} label what it does, to whom
 * @param {() => unknown} press
 */
export function button(text, label, press) {
  const made = element('button', { type: 'button', class: 'harsh', 'aria-label': label }, text)
  made.addEventListener('click', press)
  return made
}
