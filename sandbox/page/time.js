/** The story's only zone, Asia/Shanghai, keeps one offset all year. */
const OFFSET_MS = 8 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

const two = (/** @type {number} */ n) => String(n).padStart(2, '0');

/** @param {number} ms An instant. */
function partsOf(ms) {
  const date = new Date(ms + OFFSET_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    time: `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`,
    seconds: two(date.getUTCSeconds()),
    weekday: WEEKDAYS[date.getUTCDay()],
  };
}

/** `2026-12-28`. @param {number} ms */
export function dayOf(ms) {
  const { year, month, day } = partsOf(ms);
  return `${year}-${two(month)}-${two(day)}`;
}

/** `09:07`. @param {number} ms */
export function clockOf(ms) {
  return partsOf(ms).time;
}

/** `09:07:31`. @param {number} ms */
export function secondsOf(ms) {
  const { time, seconds } = partsOf(ms);
  return `${time}:${seconds}`;
}

/** `2026年12月28日 周一`. @param {number} ms */
export function longDay(ms) {
  const { year, month, day, weekday } = partsOf(ms);
  return `${year}年${month}月${day}日 ${weekday}`;
}

/** `12月28日 周一 09:07`. @param {number} ms */
export function shortInstant(ms) {
  const { month, day, weekday, time } = partsOf(ms);
  return `${month}月${day}日 ${weekday} ${time}`;
}

/** As a list of chats dates its lines: the hour today, 昨天, then days. @param {number} ms @param {number} now */
export function listTime(ms, now) {
  if (dayOf(ms) === dayOf(now)) return clockOf(ms);
  if (dayOf(ms) === dayOf(now - DAY_MS)) return '昨天';
  const { year, month, day } = partsOf(ms);
  return year === partsOf(now).year ? `${month}月${day}日` : `${year}/${month}/${day}`;
}

/** As it stands above messages. @param {number} ms @param {number} now */
export function separatorTime(ms, now) {
  const { time } = partsOf(ms);
  return dayOf(ms) === dayOf(now) ? time : `${listTime(ms, now)} ${time}`;
}

/** The instant of `2026-12-28 09:07`, meant in Shanghai. @param {string} local */
export function instantOf(local) {
  return Date.parse(`${local.replace(' ', 'T')}:00+08:00`);
}

/** `2026-12-28 09:07`. @param {number} ms */
export function localMinute(ms) {
  return `${dayOf(ms)} ${clockOf(ms)}`;
}

/**
 * A platform date format, such as `YYYY/MM/DD HH:mm`.
 *
 * @param {number} ms
 * @param {string} format
 */
export function formatted(ms, format) {
  const { year, month, day, time, seconds } = partsOf(ms);
  const values = {
    YYYY: String(year),
    MM: two(month),
    DD: two(day),
    HH: time.slice(0, 2),
    mm: time.slice(3),
  };
  return format.replace(/YYYY|MM|DD|HH|mm|ss/g, (part) => (part === 'ss' ? seconds : values[part]));
}
