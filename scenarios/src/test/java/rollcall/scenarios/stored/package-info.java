/** What is told of stored messages, and what it is taken for. */
@NullMarked
package rollcall.scenarios.stored;

import org.jspecify.annotations.NullMarked;
