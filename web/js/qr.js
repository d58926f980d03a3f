/**
 * Draws a text as a QR code.
 */
import { encodeQR } from '../vendor/qr.js';

const SVG = 'http://www.w3.org/2000/svg';
/** Modules of white around the code that ISO/IEC 18004 asks for. */
const QUIET_ZONE = 4;

/**
 * @param {string} text
 * @param {string} name the image's accessible name
 * @returns {SVGSVGElement}
 */
export function qrCode(text, name) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE });
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${rows.length} ${rows.length}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', name);
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', outline(rows));
  svg.append(path);
  return svg;
}

/**
 * @param {boolean[][]} rows true is dark
 * @returns {string} a path of one rectangle for each run of dark modules
 */
export function outline(rows) {
  let path = '';
  rows.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x++;
      path += `M${start} ${y}h${x + 1 - start}v1H${start}z`;
    }
  });
  return path;
}
