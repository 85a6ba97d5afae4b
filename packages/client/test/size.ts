// Prints what the package weighs in a page, and where the bytes come from: `pnpm --filter @party/client size`.
import { budgets, measure } from './measure.ts'

for (const [name, { code, gzip: budget }] of Object.entries(budgets)) {
  const { minified, gzip, files } = await measure(code)
  process.stdout.write(`${name}: ${gzip} bytes gzip of ${budget}, ${minified} minified\n`)
  for (const [path, bytes] of files.slice(0, 60))
    process.stdout.write(`${String(bytes).padStart(8)} ${path}\n`)
}
