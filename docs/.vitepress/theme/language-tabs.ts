// A reader who has chosen a language wants it everywhere: in the other snippets of the page, and on the next page.

const key = 'party-language'

/** Remembers which language was chosen, and shows it wherever it is among the tabs. Returns what a new page has to call. */
export function keepLanguage(): () => void {
  window.addEventListener('click', ({ target, isTrusted }) => {
    if (!isTrusted || !(target instanceof HTMLInputElement) || !target.matches('.vp-code-group input')) return
    const before = target.getBoundingClientRect().top
    localStorage.setItem(key, languageOf(target))
    showLanguage()
    // What stands above may be longer in this language: what was clicked stays under the pointer.
    window.scrollBy({ top: target.getBoundingClientRect().top - before, behavior: 'instant' })
  })
  return showLanguage
}

function showLanguage(): void {
  const language = localStorage.getItem(key)
  for (const tab of document.querySelectorAll<HTMLInputElement>('.vp-code-group input'))
    if (!tab.checked && languageOf(tab) === language) tab.click()
}

function languageOf(tab: HTMLInputElement): string {
  return document.querySelector(`label[for="${tab.id}"]`)?.textContent?.trim() ?? ''
}
