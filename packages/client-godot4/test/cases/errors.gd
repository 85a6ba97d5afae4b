extends "res://test/support/test_case.gd"


func test_an_error_on_the_socket_has_a_code_by_its_number_and_words() -> void:
	for expected: Array in [
		[3, "Error joining party: party full", "party_full"],
		[3, "Invalid party max size, must be 1-256", "invalid_party_size"],
		[3, "Error closing party: matchmaker ticket not found", "matchmaker_ticket_not_found"],
		[3, "anything else", "invalid_input"],
		[0, "Error adding to matchmaker", "matchmaker_add_failed"],
		[0, "", "server_error"],
		[7, "of the game's own", "server_function_failed"],
		[99, "of a newer server", "unknown"],
	]:
		same(PartyError.of_realtime(expected[0], expected[1]).code, expected[2], expected[1])


func test_the_number_of_the_server_is_kept_even_if_it_is_zero() -> void:
	same(PartyError.of_realtime(0, "").realtime_code, 0)
	same(PartyError.new("timeout", "").realtime_code, -1)


func test_an_http_answer_has_a_code_by_grpc_code_or_status() -> void:
	for expected: Array in [
		[400, '{"code":3,"message":"Custom ID is required."}', "invalid_custom_id"],
		[401, '{"code":16,"message":"Server key invalid"}', "server_key_invalid"],
		[500, '{"code":13,"message":"Error listing matches."}', "list_failed"],
		[502, "<html>bad gateway</html>", "unavailable"],
		[401, "Missing or invalid token", "unauthenticated"],
		[418, "", "unknown"],
	]:
		same(PartyError.of_http(expected[0], expected[1]).code, expected[2], expected[1])


func test_an_error_becomes_that_of_a_call_and_keeps_the_rest() -> void:
	var error := PartyError.of_argument("label", "has to be a JSON object").during("create_party", "p")
	same([error.code, error.operation, error.party_id, error.argument], ["invalid_argument", "create_party", "p", "label"])
