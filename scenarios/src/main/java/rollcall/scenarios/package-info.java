@NullMarked
package rollcall.scenarios;

import org.jspecify.annotations.NullMarked;
