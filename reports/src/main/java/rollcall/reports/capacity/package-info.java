/** What a search for a cluster's capacity found, for its pages. */
@NullMarked
package rollcall.reports.capacity;

import org.jspecify.annotations.NullMarked;
