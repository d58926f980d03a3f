import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markup } from '../js/markup.js';

/** @param {string} text */
const prose = (text) => ({ pieces: [{ text }] });
/** @param {string} code @param {string} [language] */
const block = (code, language = '') => ({ code, language });
/** @param {string} text @returns {string[]} the code spans */
const spans = (text) =>
  markup(text).flatMap((part) =>
    'pieces' in part ? part.pieces.flatMap((piece) => (piece.code ? [piece.text] : [])) : [],
  );

/** @param {Record<string, unknown>} cases by text, what it is cut into */
function check(cases) {
  for (const [text, blocks] of Object.entries(cases)) assert.deepEqual(markup(text), blocks, text);
}

/** @param {string[]} texts that hold no code, and no address */
function staysAsTyped(...texts) {
  for (const text of texts) assert.deepEqual(markup(text), [prose(text)], text);
}

test('text without code stays one block', () => {
  staysAsTyped('one', '\n one\n\n  two \n', '*bold* # head\n- item\n> quote\n~~~\ntilde\n~~~');
  assert.deepEqual(markup(''), [{ pieces: [] }]);
});

test('finds fenced code with its language', () => {
  check({
    '```\na\n```': [block('a')],
    '```sh\na\n```': [block('a', 'sh')],
    '```  c++ \na\n```  ': [block('a', 'c++')],
    '```js title=x\na\n```': [block('a', 'js title=x')],
    '```\n```': [block('')],
    'see\n```\na\n```\nso': [prose('see'), block('a'), prose('so')],
    '```\na\n```\n```\nb\n```': [block('a'), block('b')],
  });
});

test('keeps the white space of code, and the lines that are blank', () => {
  check({
    '```\n\n  a\tb  \n\n\n```': [block('\n  a\tb  \n\n')],
    '```\r\na\r\n```\r\n': [block('a\r')],
  });
});

test('drops the blank lines around code, and no others', () => {
  check({
    '\none\n\n \n```\na\n```\n\n\ntwo\n': [prose('\none'), block('a'), prose('two\n')],
    '\n\n```\na\n```\n \n': [block('a')],
  });
});

test('a fence closes with as many backticks or more, and nothing behind them', () => {
  check({
    '````\n```\na\n```\n````': [block('```\na\n```')],
    '```\na\n`````': [block('a')],
    '```\n```sh\n```': [block('```sh')],
    '```\n``` `\n```': [block('``` `')],
  });
});

test('a fence stands at the beginning of its line, up to three spaces aside', () => {
  check({
    '   ```\n     a\n  b\nc\n ```': [block('  a\nb\nc')],
    '```\na\n    ```\n```': [block('a\n    ```')],
  });
  staysAsTyped('    ```\na\n    ```', '\t```\na\n\t```', 'a ```\nb\na ```', '> ```\nb\n> ```');
});

test('a fence that is not closed stays as typed, and so does what follows', () => {
  staysAsTyped('```', '```sh\na', '````\na\n```', '```\na\n ``` x', '``\na\n``');
  check({ '````\n```\na\n```': [prose('````'), block('a')] });
});

test('a fence with a backtick behind it is a code span', () => {
  check({ '```a```': [{ pieces: [{ text: 'a', code: true }] }] });
  assert.deepEqual(spans('```a``` b\n```\nc\n```'), ['a']);
});

test('finds code spans between runs of equal length', () => {
  check({
    'run `ls -l` now': [
      { pieces: [{ text: 'run ' }, { text: 'ls -l', code: true }, { text: ' now' }] },
    ],
  });
  assert.deepEqual(spans('`a` `` b`c `` ``d```'), ['a', 'b`c']);
  assert.deepEqual(spans('``a` b`'), [' b']);
  assert.deepEqual(spans('`a`b`c`'), ['a', 'c']);
  assert.deepEqual(spans('`a\\`b`'), ['a\\']);
});

test('a code span gives one space at each end, so that code may begin and end with a backtick', () => {
  assert.deepEqual(spans('`` `a` ``'), ['`a`']);
  assert.deepEqual(spans('`  a  `'), [' a ']);
  assert.deepEqual(spans('` a`  ` `  `  `'), [' a', ' ', '  ']);
});

test('a backtick that nothing closes on its line stays as typed', () => {
  staysAsTyped('`', 'it`s', '``a`', 'a `b\nc` d', 'a ```b\nc``` d');
  assert.deepEqual(spans('it`s\n`a`'), ['a']);
});

test('finds addresses in text, and none in code', () => {
  const [line] = markup('`https://a.example` https://b.example `https://c.example`');
  assert.deepEqual(
    line && 'pieces' in line && line.pieces.filter(({ href }) => href).map(({ text }) => text),
    ['https://b.example'],
  );
  check({ '```\nhttps://a.example\n```': [block('https://a.example')] });
});

// A search that looks at the rest of the text again for each of these would need minutes.
const MANY = 300_000;
const hostile = {
  'one run': '`'.repeat(MANY),
  'code spans': '` '.repeat(MANY),
  'runs that are alone on their lines': '`\n'.repeat(MANY),
  'runs that open with one that nothing closes': `\`${'`` '.repeat(MANY)}`,
  'fences that nothing closes': '```a\n'.repeat(MANY),
  'fences that close in vain': '```\n````a\n'.repeat(MANY),
  'a fence and spaces': `\`\`\`${' '.repeat(MANY)}x\`\n`,
  'a closing fence and spaces': `\`\`\`\n\`\`\`${' '.repeat(MANY)}x`,
  'a code span that begins with a space': `\` ${'x'.repeat(MANY)}\``,
  'blank lines': `${'\n'.repeat(MANY)}x`,
};
for (const [name, text] of Object.entries(hostile)) {
  test(`${name}, ${MANY} times: read in one pass`, () => {
    assert.ok(markup(text).length > 0);
  });
}

test('runs of all lengths are read in one pass', () => {
  const runs = Array.from({ length: 2000 }, (_, i) => '`'.repeat(i + 1));
  staysAsTyped(runs.join(' '), runs.toReversed().join(' '), runs.slice(2).toReversed().join('\n'));
});

test('a text of too many pieces is shown as it is, for each of them takes its time to show', () => {
  for (const piece of ['`a` ', '```\na\n```\n', 'http://a/ b ']) {
    const few = piece.repeat(100);
    assert.notDeepEqual(markup(few), [prose(few)]);
    const many = piece.repeat(1000);
    assert.deepEqual(markup(many), [prose(many)]);
  }
});
