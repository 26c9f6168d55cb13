/** To the office, when a message was given up. @param mark a short mark of the message, to find it by. */
export function alertOf(mark: string): string {
  return `有消息没有送达，已停止重试（编号 ${mark}）。请发“/日程”看没有送达谁、是什么原因；看不到时请系统管理员运行 npm run -s cli -- doctor。`;
}

/** To the office, when a group takes nothing any more. @param no 0 the work group; undefined for an unbound one. */
export function lostChat(no: number | undefined, isDissolved: boolean): string {
  const name = no === undefined ? '一个群' : no === 0 ? '工作群' : `小组${no}的群`;
  return isDissolved
    ? `${name}已被解散，发往该群的内容送不到。请在新群里 @我 发“/绑定”重新设置。`
    : `机器人已不在${name}里，发往该群的内容送不到，暂不再发。请群主把机器人重新拉进群，拉进后自动恢复。`;
}
