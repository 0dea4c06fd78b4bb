/** What runs came to, one after the other, and whether a value lies elsewhere than before. */
@NullMarked
package rollcall.reports.history;

import org.jspecify.annotations.NullMarked;
