@NullMarked
package rollcall.reports;

import org.jspecify.annotations.NullMarked;
