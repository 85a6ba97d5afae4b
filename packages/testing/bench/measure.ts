/** Wall times of many runs, in ms. */
export interface Measured {
  readonly first: number
  readonly median: number
  readonly p95: number
  readonly runs: number
}

/** Runs something again and again, the first time as a test file would that does it once. */
export async function measure(run: () => Promise<unknown>, runs = 300): Promise<Measured> {
  const times: number[] = []
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  const [first = 0] = times
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.floor((times.length - 1) * share)] ?? 0
  return { first, median: at(0.5), p95: at(0.95), runs }
}

export function print(what: string, { first, median, p95, runs }: Measured): void {
  const [a, b, c] = [first, median, p95].map((ms) => `${ms.toFixed(2)} ms`)
  process.stdout.write(`${what}: median ${b}, p95 ${c}, first ${a} (${runs} runs)\n`)
}
