/**
 * Lets the browser ask before the tab is closed or loaded anew.
 *
 * @returns {(on: boolean) => void} whether to ask from now on
 */
export function exitGuard() {
  const ask = (/** @type {Event} */ event) => event.preventDefault();
  return (on) => {
    // Some browsers keep no page that listens in their back-forward cache, hence not always.
    if (on) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  };
}
