/** Promises about messages that enter by HTTP calls of the system's own. */
@NullMarked
package rollcall.scenarios.rest;

import org.jspecify.annotations.NullMarked;
