/** Where the story is shown: coloured on a terminal, plain when piped. */
export interface Stage {
  title(text: string): void
  /** A player does something. */
  action(name: string, text: string): void
  /** A player receives something. */
  event(name: string, text: string): void
  note(text: string): void
  done(text: string): void
}

/** Each player's colour, by order of appearance. */
const palette = [36, 33, 35, 32]

export function createStage(output: NodeJS.WriteStream): Stage {
  const isColoured = output.isTTY && output.hasColors() && !('NO_COLOR' in process.env)
  const paint = (codes: string, text: string): string =>
    isColoured ? `\u001b[${codes}m${text}\u001b[0m` : text
  const print = (line: string): void => void output.write(`${line}\n`)
  const colours = new Map<string, number>()
  const nameTag = (name: string): string => {
    const colour = colours.get(name) ?? palette[colours.size % palette.length] ?? 37
    colours.set(name, colour)
    return paint(`1;${colour}`, name.padEnd(4))
  }
  return {
    title: (text) => print(`\n${paint('1;4', text)}`),
    action: (name, text) => print(`  ${nameTag(name)} ${paint('1', '→')} ${text}`),
    event: (name, text) => print(`       ${paint('2', '↳')} ${nameTag(name)} ${paint('2', text)}`),
    note: (text) => print(paint('2', text)),
    done: (text) => print(`\n${paint('1;32', text)}`),
  }
}
