/** Tests of tables. */
@NullMarked
package network.pug.bench.report;

import org.jspecify.annotations.NullMarked;
