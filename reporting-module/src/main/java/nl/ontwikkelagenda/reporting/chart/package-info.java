/** Charts as accessible SVG, drawn without fonts, scripts or style sheets: data in, text out. */
@NullMarked
package nl.ontwikkelagenda.reporting.chart;

import org.jspecify.annotations.NullMarked;
