package rollcall.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;

/** A run of 200 cells and 20 million deliveries, as a report is asked to take it. */
final class Large {
  static final int CELLS = 200;
  static final long DELIVERIES = 20_000_000;

  private Large() {}

  static RunRecord run() {
    List<CellResult> like = Sample.large(CELLS).cells();
    List<CellResult> cells = new ArrayList<>();
    for (int i = 0; i < CELLS; i++) {
      CellResult cell = like.get(i);
      List<ScenarioResult> scenarios = new ArrayList<>(cell.scenarios());
      scenarios.set(0, Promises.measured(scenarios.get(0), measurement(i)));
      cells.add(Cells.played("cell-" + i, cell.environment(), scenarios, cell.logTail()));
    }
    return Sample.run("large", CELLS, cells);
  }

  /** Each delivery recorded, and the histograms kept whole. */
  private static Measurement measurement(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Measurement.Curve> curves = new ArrayList<>();
    Histogram all = new Histogram(3);
    for (int node = 1; node <= 3; node++) {
      Histogram histogram = new Histogram(3);
      for (long i = 0; i < DELIVERIES / CELLS / 3; i++) {
        histogram.recordValue((long) (800 / Math.sqrt(1 - random.nextDouble())));
      }
      all.add(histogram);
      curves.add(Measurement.Curve.of("node-" + node, histogram));
    }
    curves.add(Measurement.Curve.of("all", all));
    Measurement like = Loaded.underLoad(seed);
    return new Measurement(
        like.title(), curves, like.series(), Loaded.withFault(seed).spans(), like.attachments());
  }
}
