@NullMarked
package rollcall.scenarios.load;

import org.jspecify.annotations.NullMarked;
