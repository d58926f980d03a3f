/**
 * How the page looks and speaks. Kept in memory alone: a page loaded anew asks the browser again,
 * save the one that follows upon the end of a room.
 */
import { LANGUAGES, direction, language, languageChanges, speak, words } from '../language.js';
import { say } from '../say.js';
import { alert } from './announce.js';
import { setWord, stamp, translate } from './template.js';

const THEMES = { '': 'themeSystem', light: 'themeLight', dark: 'themeDark' };

const page = document.documentElement;
const barColours = [...document.querySelectorAll('meta[name="theme-color"]')].map((meta) => ({
  meta,
  usual: meta.getAttribute('content') ?? '',
}));

/**
 * @returns {HTMLElement} the choice of language and colours, as they are at present
 */
export function settings() {
  const { root, part } = stamp('settings-view');
  const languages = /** @type {HTMLSelectElement} */ (part('language'));
  const themes = /** @type {HTMLSelectElement} */ (part('theme'));
  for (const [tag, { name }] of Object.entries(LANGUAGES)) {
    const option = new Option(name, tag, false, tag === language());
    option.lang = tag;
    languages.append(option);
  }
  for (const [theme, name] of Object.entries(THEMES)) {
    const option = new Option('', theme, false, theme === (page.dataset.theme ?? ''));
    setWord(option, name);
    themes.append(option);
  }
  languages.addEventListener('change', async () => {
    const tag = languages.value;
    try {
      await speak(tag);
    } catch {
      showLanguage();
      tellNotLoaded(tag);
    }
  });
  themes.addEventListener('change', () => useTheme(themes.value));
  return root;
}

/** @param {string} tag of a language whose words did not arrive */
export function tellNotLoaded(tag) {
  alert(say(words.languageFailed, { language: LANGUAGES[tag]?.name ?? tag }));
}

/** Lets every choice of language show the present one. */
function showLanguage() {
  for (const select of document.querySelectorAll('select[data-part="language"]')) {
    /** @type {HTMLSelectElement} */ (select).value = language();
  }
}

/** @param {string} theme light, dark, or empty for the device's */
export function useTheme(theme) {
  if (theme) page.dataset.theme = theme;
  else delete page.dataset.theme;
  const ground = getComputedStyle(page).backgroundColor;
  for (const { meta, usual } of barColours) meta.setAttribute('content', theme ? ground : usual);
  for (const select of document.querySelectorAll('select[data-part="theme"]')) {
    /** @type {HTMLSelectElement} */ (select).value = theme;
  }
}

languageChanges.addEventListener('change', () => {
  page.lang = language();
  page.dir = direction();
  translate(document);
  showLanguage();
});
