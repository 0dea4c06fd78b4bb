/** Promises about what a loss costs, how long it lasts, and what holds in spite of it. */
@NullMarked
package rollcall.scenarios.failover;

import org.jspecify.annotations.NullMarked;
