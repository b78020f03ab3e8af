import { expect, test } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/startTestEngine.ts';

/** What a person types, and what a customer wrote. */
type Case = readonly [typed: string, text: string];

/** Words whose accents, case or letters a reader may write in another way. */
const words: readonly Case[] = [
  ['strasse', 'Meine Straße ist gesperrt'],
  ['STRASSE', 'Die Straße da hinten'],
  ['straße', 'DIE STRASSE IST ZU'],
  ['grosse', 'Größe 42 und große Füße'],
  ['fusse', 'Füße sind zu groß'],
  ['οδυσσευς', 'ΟΔΥΣΣΕΥΣ ΚΑΛΗΜΕΡΑ'],
  ['ΟΔΥΣΣΕΎΣ', 'ο Οδυσσεύς έγραψε'],
  ['παραγγελια', 'Η παραγγελία μου'],
  ['istanbul', 'İstanbul’dan sipariş'],
  ['ISIK', 'ışık yanmıyor'],
  ['siparis', 'SİPARİŞ gelmedi'],
  ['lodz', 'Paczka z Łodzi do Łódź'],
  ['zolw', 'żółw nie działa'],
  ['coeur', 'Un cœur brisé'],
  ['œuvre', 'un chef d’oeuvre'],
  ['ete', 'C’est fermé l’été'],
  ['l’été', "Rien avant l'ete prochain"],
  ['smorrebrod', 'Smørrebrød fra Ærø'],
  ['aero', 'Færgen til Ærø'],
  ['dang', 'Đặng Văn đợi hàng'],
  ['don hang', 'Đơn hàng của tôi ở đâu'],
  ['елка', 'Где моя Ёлка'],
  ['ещё', 'еще не пришло'],
  ['مرحبا', 'مَرْحَبًا بكم'],
  ['العربية', 'الـعـربيّه جميلة'],
  ['احمد', 'أحمد ينتظر'],
  ['إلى', 'الي متى'],
  ['شلوم', 'شَلوم'],
  ['שלום', 'שָׁלוֹם לכולם'],
  ['4711', 'رقم الطلب ٤٧١١'],
  ['٤٨٢', 'Bestelling 482 is zoek'],
  ['full', 'ｆｕｌｌ ｗｉｄｔｈ'],
  ['cafe', 'cafe\u0301 ferme\u0301'],
];

/** Parts of texts in scripts without spaces. */
const substrings: readonly Case[] = [
  ['包裹', '我的包裹还没有到'],
  ['裹还', '你的包裹还在路上吗'],
  ['没有到', '货物没有到达'],
  ['退款', '请给我退款，谢谢'],
  ['届か', '荷物が届かないのですが'],
  ['ないの', '返事がないのはなぜ'],
  ['注文番号', 'わたしの注文番号は４７１１です'],
  ['番号は48', '電話番号は４８２です'],
  ['ガス', 'ﾎﾟﾛｼｬﾂとｶﾞｽ'],
  ['カメラ', 'このカメラは動かない'],
  ['พัสดุ', 'ยังไม่ได้รับพัสดุเลย'],
  ['ได้รับ', 'เมื่อไหร่จะได้รับของ'],
  ['ของ', 'สิ่งของหายไป'],
  ['ລາຄາ', 'ອັນນີ້ລາຄາເທົ່າໃດ'],
  ['ទំនិញ', 'ខ្ញុំមិនបានទទួលទំនិញទេ'],
  ['ပစ္စည်း', 'ကျွန်တော့်ပစ္စည်းမရောက်သေးဘူး'],
  ['배송', '제배송은언제오나요'],
  ['환불', '빨리환불해주세요'],
  ['송조', '배송조회가안돼요'],
  ['鬼', '外は鬼です'],
  ['龍', '昇龍'],
];

/** Pictographs, and what else is easily lost between words. */
const signs: readonly Case[] = [
  ['👍', 'Great service 👍'],
  ['👍', 'so good👍🏽thanks'],
  ['👍🏿', 'fine 👍🏻'],
  ['❤', 'I ❤️ you'],
  ['❤️', 'love ❤'],
  ['😡', 'third time now😡😡😡'],
  ['👩‍🚀', 'hello 👩🏽‍🚀'],
  ['🚀', 'off we go 👨‍🚀'],
  ['🤷', 'no idea 🤷‍♀️'],
  ['🇳🇱', 'from 🇳🇱🇧🇪 with love'],
  ['🇧🇪', 'from 🇱🇺🇧🇪'],
  ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'come on 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['10', 'score 1️⃣0️⃣ from me'],
  ['#️⃣', 'press #️⃣ now'],
  ['📦 late', 'my 📦 is late'],
  ["don't", 'I don’t know'],
  ['don’t', "they don't care"],
  ['o’brien', "ask Mr O'Brien"],
  ['@annadv_x', 'please ask @annadv_x today'],
  ['#harbourfail', 'what a mess #HarbourFail'],
  ['#4711-AB', 'order #4711-ab is lost'],
  ['example.com/help', 'see example.com/help?x=1'],
  ['“not again”', 'oh no, not again please'],
  ['„schon wieder“', 'nicht schon wieder bitte'],
  ['« pas encore »', 'non, pas encore hélas'],
  ['‘never ever’', 'never ever again'],
];

async function captureAll(cases: readonly Case[]): Promise<TestEngine> {
  const test = await startTestEngine();
  test.control.person({ handle: 'anna' });
  for (const [n, [, text]] of cases.entries())
    test.control.mention({ from: 'anna', text, at: test.clock.now() - n * 1_000 });
  test.control.mention({ from: 'anna', text: 'something else 其他 기타 อื่น 🙃' });
  await test.call('capture.pollNow', {});
  return test;
}

const toPlain = (snippet: string) => snippet.replaceAll('\u0002', '').replaceAll('\u0003', '');
/** The parts of a snippet that are marked as found. */
const toMarked = (snippet: string) =>
  snippet
    .split('\u0002')
    .slice(1)
    .map((part) => part.split('\u0003')[0]);

test.each([
  ['words of every alphabet', words],
  ['substrings of scripts without spaces', substrings],
  ['emoji, handles and quotation marks', signs],
])('finds %s', async (_, cases) => {
  const engine = await captureAll(cases);
  const missed: string[] = [];
  for (const [typed, text] of cases) {
    const { items } = await engine.call('search.messages', { text: typed });
    const hit = items.find(({ message }) => message.text.endsWith(text));
    const isMarked = hit && toMarked(hit.snippet).length > 0 && toPlain(hit.snippet).endsWith(text);
    const strays = items.filter(({ snippet }) => !snippet.includes('\u0002'));
    if (!isMarked || strays.length > 0) missed.push(`${typed} in ${text}: ${hit?.snippet}`);
    if (items.some(({ message }) => message.text.includes('something else')))
      missed.push(`${typed} finds too much`);
  }
  expect(missed).toEqual([]);
});

test('finds phrases only where the words are next to each other', async () => {
  const engine = await captureAll([
    ['', 'late parcel'],
    ['', 'parcel late'],
    ['', '荷物 届く'],
    ['', '届荷物'],
  ]);
  const found = async (text: string) =>
    (await engine.call('search.messages', { text })).items.map(({ message }) =>
      message.text.split(' ').slice(1).join(' '),
    );
  expect(await found('“late parcel”')).toEqual(['late parcel']);
  expect(await found('„late parcel“')).toEqual(['late parcel']);
  expect(await found('«late parcel»')).toEqual(['late parcel']);
  expect(await found('物届')).toEqual([]);
  expect(await found('荷物')).toEqual(['荷物 届く', '届荷物']);
});

test('marks what was found in the original text', async () => {
  const engine = await captureAll([
    ['', 'Die Straße, 荷物が👍🏽 und İstanbul'],
    ['', '昇龍拳'],
  ]);
  const marked = async (text: string) =>
    (await engine.call('search.messages', { text })).items.map(({ snippet }) => toMarked(snippet));
  expect(await marked('STRAS')).toEqual([['Straße']]);
  expect(await marked('物が 👍 istan')).toEqual([['物が👍🏽', 'İstanbul']]);
  expect(await marked('物')).toEqual([['物']]);
  expect(await marked('龍')).toEqual([['龍']]);
});
