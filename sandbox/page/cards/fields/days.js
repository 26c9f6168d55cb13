/** Days as `2026-12-28`, reckoned without any zone. */

const DAY_MS = 24 * 60 * 60 * 1000;
const WEEK = 7;
const WEEKS_SHOWN = 6;

/** @param {number} year @param {number} month 1…12, or beyond into other years. @param {number} day */
function dayString(year, month, day) {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** A month as `2026-12`, some months later. @param {string} month @param {number} count */
export function monthsLater(month, count) {
  return dayString(Number(month.slice(0, 4)), Number(month.slice(5, 7)) + count, 1).slice(0, 7);
}

/** The days that a calendar's page of a month shows: whole weeks from a Monday on. @param {string} month `2026-12` */
export function pageOfMonth(month) {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const sinceMonday = (new Date(first).getUTCDay() + WEEK - 1) % WEEK;
  const start = first - sinceMonday * DAY_MS;
  return Array.from({ length: WEEK * WEEKS_SHOWN }, (_, index) =>
    new Date(start + index * DAY_MS).toISOString().slice(0, 10),
  );
}
