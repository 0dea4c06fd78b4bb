/** Promises about clients to whom nothing is said for long. */
@NullMarked
package rollcall.scenarios.idle;

import org.jspecify.annotations.NullMarked;
