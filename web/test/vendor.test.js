import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import decodeQR from 'qr/decode.js';
import { outline } from '../js/qr.js';
import { encodeQR } from '../vendor/qr.js';

const VENDOR = new URL('../vendor/', import.meta.url);

test('vendored files are what their README says', () => {
  const readme = readFileSync(new URL('README.md', VENDOR), 'utf8');
  const listed = [...readme.matchAll(/^\| `([^`]+)` .*`([0-9a-f]{64})` \|$/gm)];
  const files = readdirSync(VENDOR).filter((name) => name !== 'README.md');
  assert.deepEqual(listed.map(([, name]) => name).sort(), files.sort());
  for (const [, name = '', sum] of listed) {
    const bytes = readFileSync(new URL(name, VENDOR));
    assert.equal(createHash('sha256').update(bytes).digest('hex'), sum, name);
  }
});

test('a reader of QR codes finds the link in the picture that we draw', () => {
  const link = `https://pug.example/r/${'a'.repeat(22)}#k=${'b'.repeat(43)}&s=${'c'.repeat(22)}`;
  const size = encodeQR(link, 'raw', { ecc: 'medium', border: 4 }).length;
  const scale = 4;
  const side = size * scale;
  const data = new Uint8Array(side * side * 4).fill(255);
  const path = outline(encodeQR(link, 'raw', { ecc: 'medium', border: 4 }));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      const from = row * side + Number(x) * scale;
      data.fill(0, from * 4, (from + Number(width) * scale) * 4);
    }
  }
  assert.equal(decodeQR({ width: side, height: side, data }), link);
});
