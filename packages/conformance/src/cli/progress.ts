/** Says on a terminal how far a run is; anywhere else nothing. */
export class Progress {
  readonly #stream: NodeJS.WriteStream
  #server = ''
  #total = 0
  #done = 0
  #failed = 0

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream
  }

  begin(server: string, total: number): void {
    this.#server = server
    this.#total = total
    this.#done = 0
  }

  step(id: string, hasFailed: boolean): void {
    this.#done += 1
    if (hasFailed) this.#failed += 1
    const failed = this.#failed > 0 ? `, ${this.#failed} failed` : ''
    this.#show(`${this.#server}: ${this.#done} of ${this.#total}${failed}  ${id}`)
  }

  end(): void {
    this.#show('')
  }

  #show(text: string): void {
    if (this.#stream.isTTY) this.#stream.write(`\r\u001b[K${text.slice(0, (this.#stream.columns ?? 80) - 1)}`)
  }
}
