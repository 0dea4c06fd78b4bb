package rollcall.reports;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.HdrHistogram.AbstractHistogram;

/** Histograms as a record keeps them. */
final class Histograms {
  private static final int POINTS = 120;
  private static final double RAREST = 5.0;

  private Histograms() {}

  /** Closer to each other the rarer, up to one of a hundred thousand, and the highest value. */
  static List<Measurement.Point> points(AbstractHistogram micros) {
    List<Measurement.Point> points = new ArrayList<>();
    if (micros.getTotalCount() == 0) {
      return points;
    }
    for (int i = 0; i < POINTS; i++) {
      double percentile = 100 * (1 - Math.pow(10, -RAREST * i / (POINTS - 1)));
      points.add(point(micros, percentile));
    }
    for (double told : DrawnCurves.TOLD) {
      points.add(point(micros, told));
    }
    points.add(point(micros, 100));
    points.sort(java.util.Comparator.comparingDouble(Measurement.Point::x));
    return points;
  }

  private static Measurement.Point point(AbstractHistogram micros, double percentile) {
    return new Measurement.Point(percentile, micros.getValueAtPercentile(percentile));
  }

  static String packed(AbstractHistogram micros) {
    ByteBuffer room = ByteBuffer.allocate(micros.getNeededByteBufferCapacity());
    int length = micros.encodeIntoCompressedByteBuffer(room);
    // Without padding: an equals sign behind some letters would look like a secret to the mask.
    return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(room.array(), length));
  }
}
