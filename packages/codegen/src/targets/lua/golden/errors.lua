-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

local M = {}

--- What a call can end with instead of a result.
M.codes = {
  --- They are too far away.
  too_far = "too_far",
  --- The server has refused.
  refused = "refused",
}

--- By the number of an `error` envelope: how its message begins, and the code. An empty beginning fits any
--- message.
M.realtime = {
  [3] = {
    { "Too far", "too_far" },
    { "", "refused" },
  },
}

--- The same by gRPC code, or by HTTP status where an answer has none.
M.http = {
  [7] = {
    { "", "refused" },
  },
  [404] = {
    { "No \"person\"", "too_far" },
  },
}

return M
