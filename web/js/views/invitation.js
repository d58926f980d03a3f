/**
 * The invitation: open until the second person arrives, then folded, and open again on request.
 */

/**
 * @param {HTMLElement} panel folded, it shows all of itself but what is of the class `more`
 * @param {HTMLElement} toggle within the panel
 * @returns {(members: number) => void} takes how many are in the room
 */
export function invitation(panel, toggle) {
  /** @type {'new' | 'alone' | 'leaving' | 'met'} leaving: to be folded when the focus has left */
  let state = 'new';

  /** @param {boolean} open */
  function setOpen(open) {
    panel.classList.toggle('open', open);
    panel.scrollTop = 0;
    toggle.setAttribute('aria-expanded', String(open));
  }

  function meet() {
    state = 'met';
    setOpen(false);
  }

  toggle.addEventListener('click', () => {
    if (state === 'leaving') state = 'met';
    setOpen(toggle.getAttribute('aria-expanded') !== 'true');
  });
  panel.addEventListener('focusout', ({ relatedTarget }) => {
    // A window that is left takes the focus along, and brings it back.
    if (state !== 'leaving' || !document.hasFocus()) return;
    if (!panel.contains(/** @type {Node | null} */ (relatedTarget))) meet();
  });

  return (members) => {
    if (members === 1 && state === 'new') {
      state = 'alone';
      setOpen(true);
    } else if (members > 1 && (state === 'new' || state === 'alone')) {
      // What would fold away under somebody's hands stays until they are done with it. A button
      // that was pressed with a pointer keeps the focus, but nobody is at it any more.
      if (panel.querySelector('.more:focus-visible, .more :focus-visible')) state = 'leaving';
      else meet();
    }
  };
}
