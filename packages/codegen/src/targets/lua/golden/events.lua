-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

--- Every message that a server sends unasked.
return {
  --- Somebody has waved.
  "waved",
}
