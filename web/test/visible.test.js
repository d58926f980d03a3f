import assert from 'node:assert/strict';
import { test } from 'node:test';
import { revealed, unpiled } from '../js/visible.js';

test('marks piled on one letter are cut, and those that writing needs are not', () => {
  assert.equal(unpiled('Z' + '\u0300'.repeat(32_000) + 'y'), 'Z' + '\u0300'.repeat(12) + 'y');
  for (const text of ['ế', 'นี้', 'שָׁלוֹם', 'عَرَبِيّ', 'e\u0301\u0323']) assert.equal(unpiled(text), text);
});

test('code shows what cannot be seen, and nothing else is changed', () => {
  assert.equal(revealed('a\u202eb\u200bc\ufeff'), 'a⟨U+202E⟩b⟨U+200B⟩c⟨U+FEFF⟩');
  assert.equal(revealed('if (x) {\n\treturn "é 🙂";\n}'), 'if (x) {\n\treturn "é 🙂";\n}');
});
