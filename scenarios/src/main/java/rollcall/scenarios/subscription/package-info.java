/** Promises about what a client asked to hear: while it asks, from then on, and no longer. */
@NullMarked
package rollcall.scenarios.subscription;

import org.jspecify.annotations.NullMarked;
