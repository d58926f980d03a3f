/**
 * Finds the code in a text, and the web addresses outside of it. Of Markdown this is fenced code and
 * code spans, by the rules of CommonMark 0.31.2 (sections 4.5 and 6.1) with two exceptions for a
 * chat, where a stray backtick must not swallow what follows: a fence that nobody closes is text, and
 * a code span ends on its line. The time it takes grows with the length of the text, not faster.
 */
import { linkify } from './linkify.js';

/** A text that would be cut into more pieces is shown as it is: each piece costs time to show. */
const MOST_PIECES = 400;

/** The line of a fence; a backtick behind it would make it a code span. */
const FENCE = /^( {0,3})(`{3,})([^`]*)$/;

/**
 * @typedef {import('./linkify.js').Piece & { code?: true }} Piece
 * @typedef {{ pieces: Piece[] }} Prose
 * @typedef {{ code: string, language: string }} CodeBlock `language` is what the fence names, or ''
 */

/**
 * @param {string} text
 * @returns {(Prose | CodeBlock)[]} the text, cut into blocks; blank lines around code are gone
 */
export function markup(text) {
  const lines = text.split('\n');
  const fences = lines.map(fence);
  const longest = longestClosing(fences);
  /** @type {(Prose | CodeBlock)[]} */
  const blocks = [];
  let from = 0;
  for (let i = 0; i < lines.length; i++) {
    const opening = fences[i];
    if (!opening || opening.length > (longest[i + 1] ?? 0)) continue;
    let end = i + 1;
    while (!closes(fences[end], opening.length)) end++;
    blocks.push(...prose(lines, from, i));
    const code = lines.slice(i + 1, end).map((line) => unindented(line, opening.indent));
    blocks.push({ code: code.join('\n'), language: opening.info });
    from = end + 1;
    i = end;
  }
  blocks.push(...prose(lines, from, lines.length));
  const pieces = blocks.reduce((sum, block) => sum + ('pieces' in block ? block.pieces.length : 1), 0);
  return pieces > MOST_PIECES ? [{ pieces: [{ text }] }] : blocks;
}

/** @typedef {{ indent: number, length: number, info: string }} Fence */

/**
 * @param {string} line
 * @returns {Fence | null}
 */
function fence(line) {
  const [, indent = '', ticks = '', info = ''] = FENCE.exec(line) ?? [];
  return ticks ? { indent: indent.length, length: ticks.length, info: info.trim() } : null;
}

/** @param {Fence | null | undefined} candidate @param {number} length of the opening fence */
const closes = (candidate, length) => candidate?.info === '' && candidate.length >= length;

/**
 * @param {(Fence | null)[]} fences
 * @returns {number[]} for each line the length of the longest closing fence there or below, or 0
 */
function longestClosing(fences) {
  const longest = fences.map((each) => (each?.info === '' ? each.length : 0));
  for (let i = longest.length - 2; i >= 0; i--) {
    longest[i] = Math.max(longest[i] ?? 0, longest[i + 1] ?? 0);
  }
  return longest;
}

/** @param {string} line @param {number} most spaces to take away */
function unindented(line, most) {
  let cut = 0;
  while (cut < most && line[cut] === ' ') cut++;
  return line.slice(cut);
}

/**
 * @param {string[]} lines
 * @param {number} from
 * @param {number} to
 * @returns {Prose[]} none where there is nothing to read between two blocks of code
 */
function prose(lines, from, to) {
  const blank = (/** @type {number} */ i) => lines[i]?.trim() === '';
  if (from > 0) while (from < to && blank(from)) from++;
  if (to < lines.length) while (from < to && blank(to - 1)) to--;
  return from < to ? [{ pieces: inline(lines.slice(from, to).join('\n')) }] : [];
}

/**
 * @param {string} text
 * @returns {Piece[]}
 */
function inline(text) {
  const closing = closingRuns(text);
  /** @type {Piece[][]} */
  const pieces = [];
  let end = 0;
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const close = closing.get(index);
    if (index < end || close === undefined) continue;
    const code = text.slice(index + run.length, close);
    pieces.push(linkify(text.slice(end, index)), [{ text: unpadded(code), code: true }]);
    end = close + run.length;
  }
  pieces.push(linkify(text.slice(end)));
  return pieces.flat();
}

/**
 * @param {string} text
 * @returns {Map<number, number | undefined>} where each run of backticks begins, and where the next
 *   one of the same length on the same line does
 */
function closingRuns(text) {
  const closing = new Map();
  /** @type {Map<number, number>} by length */
  const next = new Map();
  for (const { 0: mark, index } of [...text.matchAll(/`+|\n/g)].reverse()) {
    if (mark === '\n') {
      next.clear();
    } else {
      closing.set(index, next.get(mark.length));
      next.set(mark.length, index);
    }
  }
  return closing;
}

/** One space at each end is there to keep backticks of the code apart from those around it. */
const unpadded = (/** @type {string} */ code) =>
  code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '' ? code.slice(1, -1) : code;
