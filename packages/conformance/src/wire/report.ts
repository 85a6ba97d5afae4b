import type { Playthrough } from './play.ts'

/** What differs, scenario by scenario and step by step, and how many match. */
export function report(played: readonly Playthrough[]): string {
  const steps = played.flatMap((scenario) => scenario.steps)
  return [
    ...played.filter((scenario) => !scenario.passed).flatMap(differencesOf),
    `${count(played)} scenarios match, ${count(steps)} steps`,
    '',
  ].join('\n')
}

/** The steps of one scenario that did not go as recorded. */
export function differencesOf({ name, steps }: Playthrough): string[] {
  return [
    name,
    ...steps.flatMap(({ title, passed, differences }, index) =>
      passed ? [] : [`  step ${index}: ${title}`, ...differences.map((line) => `    ${line}`)],
    ),
  ]
}

function count(list: readonly { readonly passed: boolean }[]): string {
  return `${list.filter((item) => item.passed).length} of ${list.length}`
}
