import { html } from '../html.js';
import { setFault } from '../state/platform.js';
import { useStore } from '../state/store.js';

/** The faults of the contract, in the order in which one tries them. */
const FAULTS = [
  ['rate-limit', '限流 429', '接下来的调用都得到 429 和重置时间，机器人应按时间重试'],
  ['server-error', '平台故障 500', '调用一律得到 500，机器人应退避重试'],
  ['hang', '没有回音', '调用一直不返回，直到机器人自己放弃'],
  ['lost-answer', '答复丢失', '调用已经生效，但答复变成 500：同一条消息不能因此发两遍'],
  ['token-invalid', '令牌失效', '每个令牌失效一次（99991663），机器人应换新令牌再试'],
  ['duplicate-delivery', '重复推送', '每个事件推送两次，只能生效一次'],
  ['new-event-id', '换号重推', '第二次推送换了事件编号，消息编号不变'],
  ['unordered', '乱序推送', '事件不按先后顺序到达'],
  ['lost-callback', '点击丢失', '卡片上的点击到不了机器人，客户端提示超时'],
  ['card-locked', '卡片锁定', '点击还在等答复时，不能更新这张卡片'],
];

/** What can be made to go wrong, to watch the bot survive it. */
export function FaultSwitches() {
  const faults = useStore((state) => state.world?.faults ?? []);
  return html`<div class="faults">
    ${FAULTS.map(
      ([fault, name, says]) => html`<label key=${fault} class="switch-row">
        <span><b>${name}</b><small>${says}</small></span>
        <input type="checkbox" class="switch" checked=${faults.includes(/** @type {any} */ (fault))} aria-label=${name} data-fault=${fault}
          onChange=${(/** @type {any} */ event) => setFault(/** @type {any} */ (fault), event.target.checked)} />
      </label>`,
    )}
  </div>`;
}
