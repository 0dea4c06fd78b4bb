/** Promises about several tenants in the same servers. */
@NullMarked
package rollcall.scenarios.tenants;

import org.jspecify.annotations.NullMarked;
