import js from '@eslint/js';
import globals from 'globals';

/** @param {string} object @param {string} why */
const forbidGlobal = (object, why) => ({ name: object, message: why });

/** @param {string} property @param {string} why */
const forbidProperty = (property, why) => ({ property, message: why });

const TEXT_ONLY = 'Text goes into the document through textContent alone.';
const NOTHING_KEPT = 'Nothing of a room is kept outside memory.';
const NO_EVAL = 'No code is made from text.';

export default [
  { ignores: ['vendor/', 'node_modules/', 'target/'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-globals': [
        'error',
        ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'].map((name) =>
          forbidGlobal(name, NOTHING_KEPT),
        ),
        forbidGlobal('Function', NO_EVAL),
      ],
      'no-restricted-properties': [
        'error',
        ...[
          'innerHTML',
          'outerHTML',
          'insertAdjacentHTML',
          'setHTMLUnsafe',
          'srcdoc',
          'createContextualFragment',
          'parseFromString',
          'parseHTMLUnsafe',
        ].map((name) => forbidProperty(name, TEXT_ONLY)),
        ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookie'].map((name) =>
          forbidProperty(name, NOTHING_KEPT),
        ),
        { object: 'document', property: 'write', message: TEXT_ONLY },
      ],
    },
  },
  { files: ['js/**'], languageOptions: { globals: globals.browser } },
  { files: ['js/pow-worker.js'], languageOptions: { globals: globals.worker } },
  { files: ['test/**', '*.js'], languageOptions: { globals: globals.node } },
];
