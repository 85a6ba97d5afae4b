-- What the server takes by default. Sizes in bytes.
return {
  message_bytes = 4096,
  party_size = 256,
  label_bytes = 2048,
  status_bytes = 2048,
  min_match_count = 2,
  list = 100,
}
