/** Promises about what users see. */
@NullMarked
package rollcall.scenarios.frontend;

import org.jspecify.annotations.NullMarked;
