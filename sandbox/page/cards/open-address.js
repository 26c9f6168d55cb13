import { toast } from '../state/toasts.js';
import { isPhone } from '../ui/layer.js';

/**
 * Opens what a card links to, as this kind of device would. Only web pages can be opened from here.
 *
 * @param {{url?: string, default_url?: string, pc_url?: string, ios_url?: string, android_url?: string}} address
 */
export function openAddress(address) {
  const own = isPhone() ? (address.android_url ?? address.ios_url) : address.pc_url;
  const url = own || address.default_url || address.url || '';
  if (url === 'lark://msgcard/unsupported_action') return;
  if (/^https?:\/\//i.test(url)) window.open(url, '_blank', 'noreferrer');
  else toast('info', '沙盒里只能打开网页链接');
}
