/**
 * The contract's documentation as lines of a comment, with an empty line between paragraphs.
 *
 * @param toName turns the name of a field, `party_id`, into that of a language
 * @param room how many characters a line may have
 */
export function docLines(docs: string, toName: (name: string) => string, room: number): string[] {
  if (docs === '') return []
  const paragraphs = docs.split('\n\n').map((paragraph) => wrap(withNames(paragraph, toName), room))
  return paragraphs.flatMap((paragraph, index) => (index > 0 ? ['', ...paragraph] : paragraph))
}

/** Names in backquotes become those of the language; those of errors do not, which are values. */
function withNames(paragraph: string, toName: (name: string) => string): string {
  if (paragraph.startsWith('Errors:')) return paragraph
  return paragraph.replace(/`(\w+)`/g, (_, name: string) => `\`${toName(name)}\``)
}

function wrap(text: string, room: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line)
      line = word
    } else {
      line = line === '' ? word : `${line} ${word}`
    }
  }
  return [...lines, line]
}
