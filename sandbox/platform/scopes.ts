/** What the administrator of the emulated tenant granted: the minimum for a command bot (feishu-platform §7.3). */
export const DEFAULT_SCOPES: readonly string[] = [
  'im:message:send_as_bot',
  'im:message.p2p_msg:readonly',
  'im:message.group_at_msg:readonly',
  'im:message.reactions:write_only',
  'im:message.urgent',
  'im:message:readonly',
  'im:chat:readonly',
  'im:resource',
  'contact:user.id:readonly',
  'contact:contact.base:readonly',
  'contact:user.base:readonly',
  'application:app_slash_command:write',
  'application:app_slash_command:read',
];
