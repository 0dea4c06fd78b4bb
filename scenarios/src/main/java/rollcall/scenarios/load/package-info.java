/** Promises about many messages to many clients: all of them, and in time. */
@NullMarked
package rollcall.scenarios.load;

import org.jspecify.annotations.NullMarked;
