import { describe, expect, it } from 'vitest';
import { normalize } from '../../src/lark/normalize.ts';
import { Envelope } from '../../src/lark/payloads.ts';
import { envelope, messageEvent } from '../support/push.ts';

const of = (type: string, event: unknown) => normalize(Envelope.parse(envelope(type, event)));

describe('events of the platform', () => {
  it('reads a text message with mentions', () => {
    const mentions = [{ key: '@_user_1', openId: 'ou_bot', name: '助手' }];
    expect(
      of('im.message.receive_v1', messageEvent({ text: '@_user_1 谁分包', chatType: 'group', mentions })),
    ).toMatchObject({
      kind: 'message',
      chatType: 'group',
      sender: 'ou_leader',
      senderType: 'person',
      text: '@_user_1 谁分包',
      mentions: [{ key: '@_user_1', openId: 'ou_bot', name: '助手' }],
    });
  });

  it('reads a post as text, paragraph by paragraph', () => {
    const content = {
      title: '请教',
      content: [
        [
          { tag: 'at', user_id: '@_user_1', user_name: '助手' },
          { tag: 'text', text: ' 谁分包', style: [] },
        ],
        [
          { tag: 'a', href: 'https://x', text: '获得电力' },
          { tag: 'img', image_key: 'i' },
        ],
      ],
    };
    expect(of('im.message.receive_v1', messageEvent({ type: 'post', content }))).toMatchObject({
      text: '请教\n@_user_1 谁分包\n获得电力',
    });
  });

  it.each([
    ['file', { file_key: 'f1', file_name: 'a.xlsx' }, { type: 'file', key: 'f1', name: 'a.xlsx' }],
    ['image', { image_key: 'i1' }, { type: 'image', key: 'i1', name: '' }],
    ['sticker', { file_key: 's' }, undefined],
  ])('reads a %s', (type, content, attachment) =>
    expect(of('im.message.receive_v1', messageEvent({ type, content }))).toMatchObject({
      text: '',
      attachment,
    }),
  );

  it('reads a click with its form, wherever the context stands', () => {
    const action = {
      tag: 'button',
      name: 'submit',
      value: { action: 'ask' },
      form_value: { progress: '好' },
    };
    const context = { open_message_id: 'om_1', open_chat_id: 'oc_1' };
    const inside = of('card.action.trigger', {
      operator: { open_id: 'ou_1' },
      token: 'c-1',
      action,
      context,
    });
    expect(inside).toMatchObject({
      kind: 'click',
      operator: 'ou_1',
      messageId: 'om_1',
      chatId: 'oc_1',
      value: { action: 'ask' },
      form: { progress: '好' },
    });
    const beside = { ...envelope('card.action.trigger', { operator: { open_id: 'ou_1' }, action }), context };
    expect(normalize(Envelope.parse(beside))).toMatchObject({ messageId: 'om_1' });
  });

  it('does not serve what it does not know, nor a shape that is not the documented one', () => {
    expect(of('contact.user.created_v3', {})).toBeUndefined();
    expect(of('im.message.receive_v1', { message: {} })).toBeUndefined();
    expect(
      of('im.message.receive_v1', {
        ...messageEvent(),
        message: { ...messageEvent().message, content: '{broken' },
      }),
    ).toBeUndefined();
  });

  it('knows other bots and the system by their sender', () => {
    expect(of('im.message.receive_v1', messageEvent({ senderType: 'bot' }))).toMatchObject({
      senderType: 'other',
    });
  });
});
