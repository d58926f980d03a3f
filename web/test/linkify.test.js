import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkify } from '../js/linkify.js';

/** @param {string} text */
const addresses = (text) => linkify(text).flatMap(({ href, text }) => (href ? [text] : []));

test('keeps every character', () => {
  for (const text of ['', 'plain', 'see https://a.example/x, and (http://b.example).\nbye ']) {
    assert.equal(
      linkify(text)
        .map((piece) => piece.text)
        .join(''),
      text,
    );
  }
});

test('finds http and https, and nothing else', () => {
  assert.deepEqual(addresses('https://a.example HTTP://B.example/x?y=1&z=2#k'), [
    'https://a.example',
    'HTTP://B.example/x?y=1&z=2#k',
  ]);
  for (const text of [
    'javascript:alert(1)',
    'javascript://https://a.example/%0aalert(1)'.replace('https://', 'https:'),
    'data:text/html,x',
    'ftp://a.example',
    'www.a.example',
    'xhttps://a.example',
    'https://',
    'https://[',
  ]) {
    assert.deepEqual(addresses(text), [], text);
  }
});

test('leaves the punctuation of the sentence out', () => {
  const cases = {
    'Go to https://a.example/x.': 'https://a.example/x',
    '(see https://a.example/x)': 'https://a.example/x',
    'https://a.example/wiki/Pug_(dog)': 'https://a.example/wiki/Pug_(dog)',
    '(https://a.example/wiki/Pug_(dog)).': 'https://a.example/wiki/Pug_(dog)',
    '<https://a.example/x>': 'https://a.example/x',
    '"https://a.example/x"': 'https://a.example/x',
    'https://a.example/x?!': 'https://a.example/x',
  };
  for (const [text, address] of Object.entries(cases)) assert.deepEqual(addresses(text), [address]);
});

test('makes no link of an address that deceives', () => {
  assert.deepEqual(addresses('https://bank.example@evil.example/'), []);
  assert.deepEqual(addresses('https://a.example/\u202egnp.exe'), ['https://a.example/']);
});

test('a long text takes no long time', () => {
  const text = 'https://a.example/' + '().,'.repeat(15_000);
  assert.equal(
    linkify(text)
      .map((piece) => piece.text)
      .join(''),
    text,
  );
});
