extends "res://test/support/test_case.gd"

const Policy := preload("res://addons/party/connection/reconnect_policy.gd")


func _attempt(retry_count: int, elapsed_ms := 0, random := 1.0) -> PartyReconnectAttempt:
	var attempt := PartyReconnectAttempt.new()
	attempt.retry_count = retry_count
	attempt.elapsed_ms = elapsed_ms
	attempt.random = random
	return attempt


func test_the_longest_wait_doubles_up_to_the_cap() -> void:
	var waits := range(8).map(func(count: int) -> float: return Policy.decide(PartyOptions.new(), _attempt(count)))
	same(waits, [500.0, 1000.0, 2000.0, 4000.0, 8000.0, 15000.0, 15000.0, 15000.0])


func test_each_wait_is_drawn_from_the_whole_range() -> void:
	same(Policy.decide(PartyOptions.new(), _attempt(1, 0, 0.0)), 0.0)
	same(Policy.decide(PartyOptions.new(), _attempt(1, 0, 0.5)), 500.0)


func test_it_gives_up_after_five_minutes() -> void:
	same(Policy.decide(PartyOptions.new(), _attempt(1, 299_999)) >= 0.0, true)
	same(Policy.decide(PartyOptions.new(), _attempt(1, 300_000)), -1.0)


func test_a_game_can_bring_its_own_or_none() -> void:
	var options := PartyOptions.new()
	options.reconnect_policy = func(attempt: PartyReconnectAttempt) -> int: return 10 if attempt.retry_count < 1 else -1
	same(Policy.decide(options, _attempt(0)), 10.0)
	same(Policy.decide(options, _attempt(1)), -1.0)
	options.reconnect = false
	same(Policy.decide(options, _attempt(0)), -1.0)
