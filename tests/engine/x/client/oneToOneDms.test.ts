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

  const me = '795372667';
  test.each([
    ['XChat has ids of another form', 'g1585823815904395264'],
    ['an unknown separator', `${me}:${user.id}`],
    ['three people', `${me}-${user.id}-5001`],
    ['a number too short for a group', '12345'],
    ['nothing', ''],
    ['two others', `${user.id}-5001`],
    ['nobody else', `${me}-${me}`],
    ['a list', [me, user.id]],
  ])('never guesses whose message it is if its conversation id is that of: %s', (_, id) => {
    expect(readDms([{ ...dm, dm_conversation_id: id }])).toMatchObject({
      dms: [],
      ids: [],
      unreadable: [{ reason: expect.stringMatching(/^dm_conversation_id: ./) }],
    });
  });

  test('never guesses whose message it is without a conversation id', () => {
    const { dm_conversation_id: _, ...lost } = dm;
    expect(readDms([lost, { ...lost, sender_id: me }])).toMatchObject({ dms: [], unreadable: [{}, {}] });
    const other = { ...lost, participant_ids: [me, user.id], sender_id: '5001' };
    expect(readDms([other])).toMatchObject({ dms: [], unreadable: [{}] });
  });

  test('does not believe an id that leaves out the sender', () => {
    expect(readDms([{ ...dm, sender_id: '5001' }])).toMatchObject({
      dms: [],
      unreadable: [{ reason: 'dm_conversation_id: its sender takes no part' }],
    });
  });

  test('reads pictures, voice messages and what it does not know', () => {
    const media = [
      { media_key: '3_11', type: 'photo', url: 'https://ton.twitter.com/1.1/ton/data/dm/1/11/A.jpg' },
      { media_key: '16_12', type: 'audio' },
      { media_key: '7_13', type: 'hologram' },
    ];
    const keys = [...media.map((one) => one.media_key), '3_14', '16_15'];
    const event = { ...dm, text: undefined, attachments: { media_keys: keys } };
    const page = toDmPage(PageBody.parse({ data: [event], includes: { media } }), me);
    expect(page.dms[0]?.media.map(({ type, url, playUrl }) => [type, url, playUrl])).toEqual([
      ['photo', media[0]?.url, undefined],
      ['audio', null, undefined],
      ['other', null, undefined],
      ['photo', null, undefined],
      ['other', null, undefined],
    ]);
  });

  test('takes the best file of a video that is not too large', () => {
    const toVariant = (rate: number | undefined, type = 'video/mp4') => ({
      content_type: type,
      bit_rate: rate,
      url: `https://video.twimg.com/${rate}.mp4`,
    });
    const variants = [
      toVariant(undefined, 'application/x-mpegURL'),
      toVariant(2_176_000),
      null,
      toVariant(832_000),
      toVariant(320_000),
    ];
    const video = {
      media_key: '7_1',
      type: 'video',
      preview_image_url: 'https://pbs.twimg.com/1.jpg',
      variants,
    };
    const event = { ...dm, attachments: { media_keys: ['7_1'] } };
    const page = toDmPage(PageBody.parse({ data: [event], includes: { media: [video] } }), me);
    expect(page.dms[0]?.media).toMatchObject([
      { type: 'video', url: 'https://pbs.twimg.com/1.jpg', playUrl: 'https://video.twimg.com/832000.mp4' },
    ]);
  });

  test('leaves out the link that only stands for the attachment', () => {
    const url = 'https://t.co/p';
    const link = {
      url,
      start: 5,
      end: 19,
      expanded_url: 'https://twitter.com/messages/media/1585823814058971140',
    };
    const event = {
      ...dm,
      text: `look ${url}`,
      entities: { urls: [link] },
      attachments: { media_keys: ['3_11'] },
    };
    expect(readDms([event]).dms).toMatchObject([{ text: 'look', links: [] }]);
  });

  test('puts invalid items aside', () => {
    expect(readDms([{ ...dm, sender_id: 5 }, dm])).toMatchObject({ dms: [{ id: dm.id }], unreadable: [{}] });
  });
});
