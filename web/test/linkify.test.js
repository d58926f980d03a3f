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

// A search that looks at the whole address again for each bracket would need hours here.
for (const tail of [')', '().,', '.)', '(']) {
  test(`an address that ends in a million of ${tail} is read in one pass`, () => {
    const text = 'https://a.example/' + tail.repeat(1_000_000);
    const pieces = linkify(text);
    assert.equal(pieces.map((piece) => piece.text).join(''), text);
    assert.ok(pieces[0]?.href);
  });
}

test('an address that would lead to another host than one reads is text', () => {
  for (const address of [
    'https://bаnk.example/',
    'https://bank.example⁄login.evil.example/',
    'https://bank.example\u2800\u2800.evil.example/',
    'https://bank\u200b.example/',
    'https://bank\u00ad.example/',
    'https://bank.example\\@evil.example/',
  ]) {
    assert.deepEqual(linkify(address), [{ text: address }], JSON.stringify(address));
  }
  for (const address of ['https://Bank.Example/a', 'http://bank.example:80/', 'https://[::1]:3000/']) {
    assert.equal(linkify(address)[0]?.href !== undefined, true, address);
  }
});
