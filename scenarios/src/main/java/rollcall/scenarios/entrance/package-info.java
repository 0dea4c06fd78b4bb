/** Promises about who gets in, and where. */
@NullMarked
package rollcall.scenarios.entrance;

import org.jspecify.annotations.NullMarked;
