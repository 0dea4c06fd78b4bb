/** Promises about whom a message is for: those, wherever they are, and nobody else. */
@NullMarked
package rollcall.scenarios.rooms;

import org.jspecify.annotations.NullMarked;
