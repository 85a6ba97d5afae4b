-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

local M = {}

--- How to wave.
M.wave_mode = {
  --- Slowly.
  slow = 0,
}

return M
