/** How much a cluster carries while what was promised holds: the search, its steps, its answer. */
@NullMarked
package rollcall.matrix.capacity;

import org.jspecify.annotations.NullMarked;
