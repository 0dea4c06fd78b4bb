package rollcall.matrix.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import rollcall.matrix.capacity.Decision;
import rollcall.reports.RunFolder;
import rollcall.reports.capacity.CapacityReport;
import rollcall.reports.capacity.CapacityText;
import rollcall.reports.capacity.ClusterSize;
import rollcall.reports.capacity.KneeDrawing;

/** What a search for a capacity leaves in its folder, written anew after each step. */
record CapacityFiles(RunFolder folder, CapacityPlaying.Asked asked) {
  private static final String TEXT = "capacity.md";

  Path text() {
    return folder.path().resolve(TEXT);
  }

  void write(List<ClusterSize> sizes, Decision decision) {
    CapacityReport report = report(sizes, decision);
    folder.keep(TEXT, String.join("\n", CapacityText.of(report)) + "\n");
    sizes.forEach(size -> folder.keep(CapacityCells.knee(size), KneeDrawing.of(report, size)));
    try {
      folder.keep(
          "capacity.json",
          new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of texts and numbers is always JSON", e);
    }
  }

  CapacityReport report(List<ClusterSize> sizes, Decision decision) {
    List<String> conditions = new ArrayList<>(asked.load().conditions());
    conditions.add(
        "the nodes, Redis, the balancer and the load share %d cores"
            .formatted(Runtime.getRuntime().availableProcessors()));
    return new CapacityReport(
        asked.run().subject().written(),
        asked.run().slo().toString(),
        asked.run().demand().map(one -> asked.run().subject().spoken(one.level())).orElse(""),
        decision.toString(),
        conditions,
        sizes);
  }
}
