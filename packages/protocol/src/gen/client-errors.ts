// Generated from proto/ and errors.yaml by @party/codegen. Do not edit: run `pnpm generate`.

/**
 * By the number of an `error` envelope. In each text, one after the other: how a message begins, in
 * snake_case, `=` and the code; or the code alone, of a message that begins like it.
 */
export const realtimeReasons: Readonly<Record<number, string>> = {
  0: 'failed_to_create_party=party_create_failed error_tracking_party_creation=party_create_failed error_tracking_party_join=party_join_failed error_adding_to_matchmaker=matchmaker_add_failed =server_error',
  1: 'requested_resource_was_not_found=disabled_by_server =unrecognized_message',
  2: '=missing_message',
  3: 'invalid_party_id invalid_presence invalid_party_max_size=invalid_party_size party_not_found party_closed party_full party_join_requests_full party_join_request_duplicate party_join_request_already_member=party_already_member party_leader_only party_member_not_found party_join_request_not_found party_could_not_accept_request=party_accept_failed party_could_not_remove=party_remove_failed party_cannot_remove_self party_label_too_long failed_to_unmarshal_party_label=party_label_invalid party_is_hidden_and_label_is_not_empty=party_hidden_with_label invalid_minimum_count=invalid_min_count invalid_maximum_count=invalid_max_count invalid_count_multiple matchmaker_query_invalid matchmaker_too_many_tickets invalid_matchmaker_ticket matchmaker_ticket_not_found invalid_user_identifier=invalid_user_id status_must_be_2048_characters_or_less=status_too_long rpc_id_must_be_set=rpc_id_missing invalid_username =invalid_input',
  4: '=match_not_found',
  5: '=match_join_rejected',
  6: '=rpc_not_found',
  7: '=server_function_failed',
}

/**
 * By HTTP status. In each text, one after the other: how a message begins, in snake_case, `=` and the code;
 * or the code alone, of a message that begins like it.
 */
export const httpReasons: Readonly<Record<number, string>> = {
  400: 'rpc_id_must_be_set=rpc_id_missing refresh_token=refresh_token_invalid custom_id=invalid_custom_id device_id=invalid_device_id email=invalid_email invalid_email password=invalid_password username=invalid_username invalid_username invalid_limit http_request_body_too_large=request_too_large =invalid_input',
  401: 'server_key=server_key_invalid http_key_invalid auth_token_or_http_key_required=http_key_invalid refresh_token=refresh_token_invalid invalid_credentials =unauthenticated',
  403: 'user_account_banned=account_banned =permission_denied',
  404: 'rpc_function_not_found=rpc_not_found user_account_not_found=account_not_found =not_found',
  409: 'username_is_already_in_use=username_taken =already_exists',
  413: '=request_too_large',
  429: '=rate_limited',
  500: 'error_listing_matches=list_failed error_retrieving_notifications=list_failed =server_error',
  501: '=unimplemented',
  502: '=unavailable',
  503: '=unavailable',
  504: '=unavailable',
}
