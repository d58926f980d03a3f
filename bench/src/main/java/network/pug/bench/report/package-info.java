/** Tables as Markdown, and drawings as SVG. It knows nothing of relays. */
@NullMarked
package network.pug.bench.report;

import org.jspecify.annotations.NullMarked;
