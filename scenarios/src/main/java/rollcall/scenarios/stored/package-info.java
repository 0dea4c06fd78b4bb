/** Promises about what is stored first and told of then. */
@NullMarked
package rollcall.scenarios.stored;

import org.jspecify.annotations.NullMarked;
