import { useEffect, useRef, useState } from 'preact/hooks';
import { InstantPopup } from '../cards/fields/picker-popups.js';
import { html } from '../html.js';
import { setClock } from '../state/platform.js';
import { sandboxNow, useStore } from '../state/store.js';
import { instantOf, localMinute, longDay, secondsOf } from '../time.js';
import { Icon } from '../ui/icons.js';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const JUMPS = [
  { jump: 'T-10', label: 'T−10', says: '截止前第 10 个工作日：开启报送' },
  { jump: 'T-3', label: 'T−3', says: '截止前第 3 个工作日：第一次提醒' },
  { jump: 'T0', label: '到期日', says: '截止当天 09:07：当天提醒' },
  { jump: 'T+1', label: 'T+1', says: '逾期第 1 个工作日：知会单位负责人' },
  { jump: 'monday', label: '下周一', says: '周一 09:07：每周摘要' },
  { jump: 'quarter-end', label: '季末', says: '季度最后一天 17:00' },
];

/** The sandbox's clock, and ways to set it. */
export function TimeMachine() {
  useEverySecond();
  const ahead = useStore((state) => state.clockAhead);
  const now = sandboxNow();
  return html`
    <div class="clock-face">
      <small>${longDay(now)}</small>
      <time>${secondsOf(now)}</time>
      <small>${distance(ahead)} · 北京时间</small>
    </div>
    <p class="panel-note">跳到一个时刻，机器人到点该做的事就会照做：开启报送、提醒、摘要……钟只在沙盒里存在。</p>
    <div class="jumps">
      ${JUMPS.map(
        ({
          jump,
          label,
          says,
        }) => html`<button key=${jump} type="button" class="jump" onClick=${() => setClock({ jump })}>
          <b>${label}</b><small>${says}</small>
        </button>`,
      )}
    </div>
    <h3 class="panel-title">任意时刻</h3>
    <${AnyInstant} now=${now} />
    <div class="clock-steps">
      <button type="button" class="plain-button" onClick=${() => setClock({ now: sandboxNow() + HOUR_MS })}>+1 小时</button>
      <button type="button" class="plain-button" onClick=${() => setClock({ now: sandboxNow() + DAY_MS })}>+1 天</button>
      <button type="button" class="plain-button" onClick=${() => setClock({ now: Date.now() })}>回到真实时间</button>
    </div>
  `;
}

function AnyInstant({ now }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef(null);
  const value = localMinute(now);
  const go = (/** @type {string} */ chosen) => {
    setOpen(false);
    void setClock({ now: instantOf(chosen) });
  };
  return html`<button type="button" class="plain-button instant" aria-label="任意时刻" ref=${button} onClick=${() => setOpen(true)}>
      ${value}<${Icon} name="calendar" size=${16} />
    </button>
    ${isOpen && html`<${InstantPopup} anchor=${button.current} title="任意时刻" value=${value} mayClear=${false} onChoose=${go} onClose=${() => setOpen(false)} />`}`;
}

function useEverySecond() {
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
}

function distance(/** @type {number} */ ms) {
  const size = Math.abs(ms);
  if (size < MINUTE_MS) return '与真实时间一致';
  const way = ms > 0 ? '比真实时间快' : '比真实时间慢';
  if (size < HOUR_MS) return `${way} ${Math.round(size / MINUTE_MS)} 分钟`;
  if (size < DAY_MS) return `${way} ${Math.round(size / HOUR_MS)} 小时`;
  return `${way} ${Math.round(size / DAY_MS)} 天`;
}
