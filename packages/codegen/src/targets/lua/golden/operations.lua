-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

--- Every call over the socket, by the name of the message it sends: its arguments in their order, the writer
--- of the message, and the name of the message that answers it, if any.
return {
  --- Waves to `whom`.
  ---
  --- Errors: `too_far`.
  wave = {
    arguments = { "whom", "times", "code", "data", "loud", "force", "note", "limit", "tags", "weights", "by_name", "by_id" },
    message = "wave",
    reply = "waved",
  },
  --- Asks for an answer.
  ping = {
    arguments = {},
    message = "ping",
  },
}
