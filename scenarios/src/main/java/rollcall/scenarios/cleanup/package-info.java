/** Promises about what is left of a client that is gone: nothing, however it went. */
@NullMarked
package rollcall.scenarios.cleanup;

import org.jspecify.annotations.NullMarked;
