import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basePathOf, socketUrl } from '../js/paths.js';

test('the base path is what stands in front of the assets', () => {
  const cases = {
    'https://pug.example/assets/js/paths.js': '/',
    'https://pug.example/assets/f00d/js/paths.js': '/',
    'https://pug.example/chat/assets/f00d/js/paths.js': '/chat/',
    'https://pug.example/a/assets/b/assets/f00d/js/paths.js': '/a/assets/b/',
    'file:///home/me/web/js/paths.js': '/',
  };
  for (const [url, base] of Object.entries(cases)) assert.equal(basePathOf(url), base, url);
});

test('the WebSocket is where the relay is, as safe as its page', () => {
  assert.equal(socketUrl('http://localhost:3000'), 'ws://localhost:3000/ws');
  assert.equal(socketUrl('https://pug.example/chat'), 'wss://pug.example/chat/ws');
});
