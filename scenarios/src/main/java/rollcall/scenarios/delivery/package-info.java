/** Promises about messages that arrive: where, how often, in which order, and as what. */
@NullMarked
package rollcall.scenarios.delivery;

import org.jspecify.annotations.NullMarked;
