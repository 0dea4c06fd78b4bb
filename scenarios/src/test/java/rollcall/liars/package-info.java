/** Servers that lie, and whether that is found out. */
@NullMarked
package rollcall.liars;

import org.jspecify.annotations.NullMarked;
