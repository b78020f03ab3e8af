import { describe, expect, test } from 'vitest';
import { toDmPage } from '#engine/x/client/oneToOneDms.ts';
import { PageBody } from '#engine/x/client/responseBodies.ts';
import { user } from '../../../support/xPages.ts';

describe('toDmPage', () => {
  const dm = {
    id: '1585823814058971140',
    event_type: 'MessageCreate',
    text: 'Hi &amp; bye',
    sender_id: user.id,
    dm_conversation_id: `795372667-${user.id}`,
    created_at: '2022-10-28T02:40:35.000Z',
  };
  const readDms = (data: unknown[]) =>
    toDmPage(PageBody.parse({ data, includes: { users: [user] } }), '795372667');

  test('assigns messages of both directions to the other person', () => {
    const own = { ...dm, id: '1585823814058971141', sender_id: '795372667' };
    const page = readDms([own, dm]);
    expect(page.dms.map((one) => [one.senderId, one.participantId])).toEqual([
      ['795372667', user.id],
      [user.id, user.id],
    ]);
    expect(page.dms[1]).toMatchObject({ text: 'Hi & bye', at: Date.parse('2022-10-28T02:40:35Z') });
  });

  test('drops group messages, joins and leaves', () => {
    const group = { ...dm, dm_conversation_id: '1585823815904395264' };
    const join = { id: '1', event_type: 'ParticipantsJoin' };
    expect(readDms([group, join])).toMatchObject({ dms: [], unreadable: [] });
  });

  test('reads a picture without text', () => {
    const { text: _, ...picture } = { ...dm, attachments: { media_keys: ['3_1'] } };
    expect(readDms([picture]).dms).toMatchObject([{ text: '', unreadable: false, media: [{ key: '3_1' }] }]);
  });

  test.each([
    ['a message without a text', { ...dm, text: undefined }],
    ['an event that is not known', { ...dm, text: undefined, event_type: 'EncryptedMessageCreate' }],
    ['one without a sender', { ...dm, text: undefined, sender_id: undefined, event_type: 'Sealed' }],
    [
      'one that only names the participants',
      {
        id: dm.id,
        event_type: 'Sealed',
        participant_ids: ['795372667', user.id],
      },
    ],
  ])('marks %s as unreadable', (_, event) => {
    expect(readDms([event])).toMatchObject({
      dms: [{ id: dm.id, senderId: user.id, participantId: user.id, text: '', unreadable: true }],
      unreadable: [],
    });
  });

  test('does not guess the sender', () => {
    expect(readDms([{ ...dm, sender_id: undefined }])).toMatchObject({ dms: [], unreadable: [{}] });
  });

  test('puts invalid items aside', () => {
    expect(readDms([{ ...dm, sender_id: 5 }, dm])).toMatchObject({ dms: [{ id: dm.id }], unreadable: [{}] });
  });
});
