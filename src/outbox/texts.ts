/** To the office, when a message was given up. @param mark a short mark of the message, to find it by. */
export function alertOf(mark: string): string {
  return `有消息多次发送失败，已停止重试（编号 ${mark}）。请系统管理员运行 npm run -s cli -- doctor 查看原因。`;
}
