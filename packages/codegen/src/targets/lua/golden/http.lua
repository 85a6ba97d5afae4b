-- Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

--- Every call over HTTP. In `path`, `{name}` stands for a field of the request. `body` is the field that is
--- the JSON body, `*` for the whole request; `message` its writer, unless it is a text. The fields in `query`
--- go into the query where they are set.
return {
  --- Finds people.
  find_people = {
    method = "POST",
    path = "/people/{by_id}",
    auth = "bearer",
    query = { "times", "loud" },
    body = "whom",
    message = "person",
    reply = "waved",
  },
  leave = {
    method = "DELETE",
    path = "/people",
    auth = "server_key",
  },
}
