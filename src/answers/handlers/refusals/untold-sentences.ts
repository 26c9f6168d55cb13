/** What is said of things that no notice of this kind tells; several tables of refusals share them. */
export const NO_RESULTS = '通知里没有写实际完成情况和往年数据，只写了任务和目标。';
export const NO_CONTACTS = '通知里没有公布电话、邮箱、地址这类联系方式。';
export const NO_OFFICE_HOURS = '通知里没有写办公地点和办公时间。';
export const NO_SCORING = '通知里没有写评分标准和分值，只写了要考核评价。';
export const OUT_OF_SCOPE = '这不在通知的范围里，通知没有写。';
