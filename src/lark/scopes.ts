import { LarkApiError } from '../errors.ts';

/** "Access denied": a scope is not granted, or not released yet. */
const NOT_GRANTED = 99991672;

type Request = <T>(method: string, url: string, data?: object) => Promise<T>;

/**
 * A call that needs one scope and can do nothing: it reads, or it names what cannot be there. The platform looks at
 * scopes before it looks at what is asked for, so that any other refusal says that the scope is granted.
 */
interface Probe {
  scope: string;
  call: readonly [method: string, url: string, data?: object];
}

const NOWHERE = 'om_probe_of_the_doctor';
const PROBES: readonly Probe[] = [
  {
    scope: 'im:message:send_as_bot',
    call: ['POST', `/open-apis/im/v1/messages/${NOWHERE}/reply`, { msg_type: 'text', content: '' }],
  },
  {
    scope: 'im:message:readonly',
    call: ['GET', `/open-apis/im/v1/messages/${NOWHERE}/resources/file_probe?type=file`],
  },
  { scope: 'im:resource', call: ['GET', '/open-apis/im/v1/files/file_probe'] },
  { scope: 'im:chat:readonly', call: ['GET', '/open-apis/im/v1/chats?page_size=1'] },
  {
    scope: 'contact:user.id:readonly',
    call: ['POST', '/open-apis/contact/v3/users/batch_get_id?user_id_type=open_id', { mobiles: [] }],
  },
  {
    scope: 'contact:contact.base:readonly',
    call: ['GET', '/open-apis/contact/v3/users/ou_probe?user_id_type=open_id'],
  },
  {
    scope: 'application:app_slash_command:read',
    call: ['GET', '/open-apis/application/v7/app_slash_commands'],
  },
];

/** What of the app's scopes was asked for, and which of them the platform denies. */
export interface ScopesSeen {
  asked: number;
  missing: string[];
}

/** Asks for each scope that can be seen without any effect. @throws LarkApiError when the platform cannot be asked. */
export async function scopesSeen(request: Request): Promise<ScopesSeen> {
  const denied = await Promise.all(PROBES.map(({ call }) => isDenied(request, call)));
  return {
    asked: PROBES.length,
    missing: PROBES.flatMap(({ scope }, index) => (denied[index] ? [scope] : [])),
  };
}

async function isDenied(request: Request, call: Probe['call']): Promise<boolean> {
  try {
    await request(...call);
    return false;
  } catch (error) {
    if (!(error instanceof LarkApiError) || error.outcome !== 'refused') throw error;
    return error.code === NOT_GRANTED;
  }
}
