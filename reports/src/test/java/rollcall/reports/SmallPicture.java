package rollcall.reports;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * A screenshot of 256 colours, which is all that a page of text has need of, and a third as big.
 */
final class SmallPicture {
  private static final int COLOURS = 256;

  private SmallPicture() {}

  static void write(byte[] png, Path file) throws IOException {
    BufferedImage whole = ImageIO.read(new ByteArrayInputStream(png));
    Map<Integer, Integer> seen = new HashMap<>();
    for (int y = 0; y < whole.getHeight(); y++) {
      for (int x = 0; x < whole.getWidth(); x++) {
        seen.merge(whole.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
      }
    }
    List<Integer> palette =
        seen.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .limit(COLOURS)
            .map(Map.Entry::getKey)
            .toList();
    int[] colours = palette.stream().mapToInt(colour -> colour).toArray();
    Map<Integer, Integer> nearest = new HashMap<>();
    BufferedImage small =
        new BufferedImage(
            whole.getWidth(),
            whole.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, colours.length, colours, 0, false, -1, 0));
    for (int y = 0; y < whole.getHeight(); y++) {
      for (int x = 0; x < whole.getWidth(); x++) {
        int colour = whole.getRGB(x, y) & 0xFFFFFF;
        small
            .getRaster()
            .setSample(x, y, 0, nearest.computeIfAbsent(colour, any -> nearest(any, palette)));
      }
    }
    ImageIO.write(small, "png", file.toFile());
  }

  private static int nearest(int colour, List<Integer> palette) {
    return palette.indexOf(
        palette.stream().min(Comparator.comparingInt(one -> apart(one, colour))).orElseThrow());
  }

  private static int apart(int one, int other) {
    int apart = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int difference = (one >> shift & 0xFF) - (other >> shift & 0xFF);
      apart += difference * difference;
    }
    return apart;
  }
}
