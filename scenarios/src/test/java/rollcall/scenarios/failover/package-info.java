/** Servers with one defect each, and whether the failover scenarios catch them. */
@NullMarked
package rollcall.scenarios.failover;

import org.jspecify.annotations.NullMarked;
