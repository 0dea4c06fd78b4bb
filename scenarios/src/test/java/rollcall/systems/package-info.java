/** What the systems in compose/ themselves promise, on real servers. */
@NullMarked
package rollcall.systems;

import org.jspecify.annotations.NullMarked;
