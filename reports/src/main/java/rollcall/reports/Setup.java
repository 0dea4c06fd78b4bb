package rollcall.reports;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run set out to do, and on what.
 *
 * @param planned how many cells it set out to report on, those left out included
 * @param rerun the command that repeats the whole run
 * @param provider where clusters came from, and why that one was chosen
 * @param machine what it ran on: cores, memory, kernel, versions of what took part
 * @param settings every setting as run, with where it came from: {@code processes (default)}
 */
public record Setup(
    String matrix,
    String seed,
    int planned,
    String rerun,
    String provider,
    Map<String, String> machine,
    Map<String, String> settings) {

  public Setup {
    machine = Collections.unmodifiableMap(new TreeMap<>(machine));
    settings = Collections.unmodifiableMap(new TreeMap<>(settings));
  }
}
