import { readFileSync } from 'node:fs'

/** Length of the kernel's clock tick, in which it counts CPU time, in microseconds. */
const tickUs = 10_000

/** CPU time a process has spent, in user and kernel mode, all threads, in microseconds. Linux only. */
export function cpuUs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The second field, the program's name, may hold spaces and parentheses; the others may not.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tickUs
}

/** Memory of a process that is resident, in bytes. Linux only. */
export function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024
}
