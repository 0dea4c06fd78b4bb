/** What a user types, and what comes of it: one class a verb. */
@NullMarked
package rollcall.matrix.cli;

import org.jspecify.annotations.NullMarked;
