/**
 * Whether this browser has what our modules use, and what some that are still about lack.
 *
 * @returns {boolean}
 */
export function isCurrent() {
  /** @type {any} */
  const { AbortSignal, HTMLElement, HTMLDialogElement, String, URL } = globalThis;
  return [
    AbortSignal?.any,
    AbortSignal?.timeout,
    HTMLDialogElement?.prototype.showModal,
    HTMLElement.prototype.showPopover,
    String.prototype.isWellFormed,
    String.prototype.toWellFormed,
    URL.canParse,
  ].every((each) => typeof each === 'function');
}
