/**
 * Keeps the newest entry of a log in sight, until one scrolls up to read. From then on what is read
 * stays where it is, and a button leads back to the end.
 */
import { languageChanges, words } from '../language.js';
import { say } from '../say.js';

/** How far from the end, in px, still counts as reading the newest. */
const NEAR = 80;

/**
 * @param {HTMLElement} log
 * @param {HTMLElement} jump the button
 * @param {AbortSignal} signal ends it
 */
export function scroller(log, jump, signal) {
  let following = true;
  /** Messages that came since one scrolled up. */
  let unseen = 0;
  let scrolledTo = 0;

  const nearEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;

  const label = () => {
    jump.textContent = unseen > 0 ? say(words.jumpCounted, { count: unseen }) : words.jump;
  };
  languageChanges.addEventListener('change', label, { signal });

  /** @param {boolean} follows */
  function setFollowing(follows) {
    following = follows;
    if (follows) unseen = 0;
    // A button that goes must not take the keyboard's place with it.
    if (follows && jump === document.activeElement) log.focus({ preventScroll: true });
    jump.hidden = follows;
    label();
  }

  const follow = () => {
    if (following) log.scrollTop = log.scrollHeight;
  };

  /**
   * @param {Element | null} anchor what stays where it is on the screen
   * @param {() => void} change of what is above and below it
   */
  function steady(anchor, change) {
    const top = () => anchor?.getBoundingClientRect().top ?? 0;
    const before = top();
    change();
    log.scrollTop += top() - before;
  }

  log.addEventListener('scroll', () => {
    const near = nearEnd();
    // A log that is resized scrolls as well, but not up.
    if (near !== following && (near || log.scrollTop < scrolledTo)) setFollowing(near);
    scrolledTo = log.scrollTop;
  });
  jump.addEventListener('click', () => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    setFollowing(true);
    log.scrollTo({ top: log.scrollHeight, behavior: still ? 'instant' : 'smooth' });
  });
  // A keyboard that comes up, or a growing message box, takes height from the log.
  new ResizeObserver(follow).observe(log);

  return {
    /** @param {() => void} change puts entries at the end, and may take some from the beginning */
    grow(change) {
      if (following) change();
      else steady(log.lastElementChild, change);
      follow();
    },

    /**
     * Changes the height of an entry that is being read.
     *
     * @param {Element} anchor what stays where it is on the screen
     * @param {() => void} change
     */
    turn(anchor, change) {
      steady(anchor, change);
      setFollowing(nearEnd());
    },

    /** A message came. */
    count() {
      if (following) return;
      unseen++;
      setFollowing(false);
    },

    /** The next entry is to be seen, wherever one was reading. */
    toEnd: () => setFollowing(true),
  };
}
