import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf } from '../../../../src/core/article/language';

test('a script that belongs to a language names it, and no other does', () => {
  const texts: readonly (readonly [string, string | undefined])[] = [
    ['深水航道的账该由谁来付', 'zh'],
    ['港の費用は誰が払うのか', 'ja'],
    ['항만의 비용은 누가 내는가', 'ko'],
    ['هذا نص عربي قصير', 'ar'],
    ['چه کسی هزینه بندر را می‌پردازد؟', 'fa'],
    ['מי משלם על הנמל?', 'he'],
    ['ใครจ่ายค่าท่าเรือ', 'th'],
    ['Wer zahlt für den Hafen?', undefined],
    ['Кто платит за порт?', undefined],
    ['The city of 深圳 pays, says the ministry of transport.', undefined],
    ['', undefined],
    ['2023 🚢', undefined],
  ];
  for (const [text, language] of texts) assert.equal(languageOf(text), language, text);
});
