/** Charts as inline SVG: no script, no colour as the only sign. */
@NullMarked
package rollcall.reports.chart;

import org.jspecify.annotations.NullMarked;
