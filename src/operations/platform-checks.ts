import type { Deps } from '../deps.ts';
import type { LarkGateway } from '../lark/gateway.ts';
import { type Check, check, failed } from './check.ts';

/** What the bot needs each scope for, as the office would say it. */
const NEEDED_FOR: Readonly<Record<string, string>> = {
  'im:message:send_as_bot': '发消息',
  'im:message:readonly': '读取收到的文件',
  'im:resource': '发文件',
  'im:chat:readonly': '获知进群退群',
  'contact:user.id:readonly': '按手机号导入名册',
  'contact:contact.base:readonly': '核对人员',
  'contact:user.base:readonly': '显示姓名',
  'application:app_slash_command:read': '注册斜杠命令',
};
const FIX =
  '开发者后台 → 开发配置 → 权限管理 → 开通权限，搜索并勾选上面的权限，再到“版本管理与发布”创建版本，企业管理员审核通过后生效';

/** The app's scopes, each asked for by a call that has no effect. */
export async function examineScopes({ gateway, office }: Pick<Deps, 'gateway' | 'office'>): Promise<Check> {
  try {
    const { asked, missing } = await gateway.scopes();
    const all = [
      ...missing,
      ...((await nameIsHidden(gateway, office)) ? ['contact:user.base:readonly'] : []),
    ];
    const named = all.map((scope) => `${scope}（${NEEDED_FOR[scope] ?? '运行'}）`).join('、');
    const says = all.length === 0 ? `应用权限：查了 ${asked + 1} 项，都已开通` : `缺少应用权限：${named}`;
    return check('scopes', all.length === 0, says, FIX);
  } catch (error) {
    return failed('scopes', error, '先处理与飞书的连接，再体检一次');
  }
}

/** A name is left out without a word when its scope is missing: seen on a member of the office. */
async function nameIsHidden(gateway: LarkGateway, office: Deps['office']): Promise<boolean> {
  const [first] = office;
  if (first === undefined) return false;
  // Where people cannot be read at all, that is said already.
  const person = await gateway.person(first).catch(() => undefined);
  return person !== undefined && person.name === undefined;
}
