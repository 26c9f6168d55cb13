import { z } from 'zod';
import type { Person } from '../model.ts';
import { type ApiCall, type Endpoint, fields, type Platform } from './endpoint.ts';
import { PlatformError, unknownId } from './errors.ts';

const BASE = [
  'contact:contact.base:readonly',
  'contact:contact:readonly_as_app',
  'contact:contact:readonly',
  'contact:contact:access_as_app',
];
const BatchBody = z.object({
  emails: z.array(z.string()).max(50).optional(),
  mobiles: z.array(z.string()).max(50).optional(),
  include_resigned: z.boolean().optional(),
});

const ACTIVE = {
  is_frozen: false,
  is_resigned: false,
  is_activated: true,
  is_exited: false,
  is_unjoin: false,
};

/** Who is who, as far as the app's contact range and scopes let it see. */
export function contactEndpoints(platform: Platform): Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/contact/v3/users/:user_id',
      scopes: BASE,
      handle: (call) => user(platform, call),
    },
    {
      method: 'POST',
      path: '/contact/v3/users/batch_get_id',
      scopes: ['contact:user.id:readonly'],
      handle: (call) => idsByContact(platform, call),
    },
  ];
}

/** A field that is silently absent without its scope. */
const FIELDS: readonly { scope: string; of: (person: Person) => Record<string, unknown> }[] = [
  {
    scope: 'contact:user.base:readonly',
    of: ({ name }) => ({ name, en_name: '', nickname: '', avatar: {} }),
  },
  {
    scope: 'contact:user.phone:readonly',
    of: ({ mobile }) => ({ mobile: `+86${mobile}`, mobile_visible: true }),
  },
  { scope: 'contact:user.employee_id:readonly', of: ({ userId }) => ({ user_id: userId }) },
  { scope: 'contact:user.gender:readonly', of: () => ({ gender: 0 }) },
  { scope: 'contact:user.department:readonly', of: () => ({ department_ids: ['0'] }) },
];

function user(platform: Platform, call: ApiCall): unknown {
  const id = call.params.user_id ?? '';
  const type = call.query.user_id_type ?? 'open_id';
  const person = platform.state.people.find((candidate) => !candidate.isBot && idOf(candidate, type) === id);
  if (person === undefined) throw unknownId('open_id', id);
  if (!person.inRange) throw new PlatformError({ code: 41050, says: 'no user authority error' });
  const shown = FIELDS.filter(({ scope }) => platform.scopes.has(scope)).map(({ of }) => of(person));
  return {
    user: Object.assign({ open_id: person.openId, union_id: person.unionId, status: ACTIVE }, ...shown),
  };
}

function idsByContact(platform: Platform, call: ApiCall): unknown {
  const { mobiles = [], emails = [] } = fields(BatchBody, call.body);
  const type = call.query.user_id_type ?? 'open_id';
  const found = mobiles.map((mobile) => {
    const bare = mobile.replace(/^\+86/, '');
    const person = platform.state.people.find(
      (candidate) => candidate.inRange && candidate.mobile !== '' && candidate.mobile === bare,
    );
    return { ...(person ? { user_id: idOf(person, type), status: ACTIVE } : {}), mobile };
  });
  return { user_list: [...found, ...emails.map((email) => ({ email }))] };
}

function idOf(person: Person, type: string): string {
  if (type === 'union_id') return person.unionId;
  return type === 'user_id' ? person.userId : person.openId;
}
