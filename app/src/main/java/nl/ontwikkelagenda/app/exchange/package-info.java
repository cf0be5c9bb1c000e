/** Lists as files, out and in: sheets with Dutch headings, as CSV and XLSX. */
@NullMarked
package nl.ontwikkelagenda.app.exchange;

import org.jspecify.annotations.NullMarked;
