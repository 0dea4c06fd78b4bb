package rollcall.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import rollcall.fixtures.junit.Seed;

class RerunTest {
  @Test
  void aScenarioIsShownAgainInItsCellWithTheSameSeedAndOptions() {
    Rerun rerun = new Rerun("smoke", new Seed(42), List.of("--provider", "processes"));
    assertThat(rerun.scenario("cross-node/polling", "three"))
        .isEqualTo(
            "./rollcall run smoke --only cross-node/polling@three --seed 42 --provider processes");
    assertThat(rerun.cell("three"))
        .isEqualTo("./rollcall run smoke --only @three --seed 42 --provider processes");
    assertThat(rerun.run(List.of()))
        .isEqualTo("./rollcall run smoke --seed 42 --provider processes");
  }

  @Test
  void whatAShellWouldReadIsQuoted() {
    Rerun rerun = new Rerun("my own.yaml", new Seed(1), List.of("--set", "image.redis=a'b;c"));
    assertThat(rerun.run(List.of()))
        .isEqualTo("./rollcall run 'my own.yaml' --seed 1 --set 'image.redis=a'\\''b;c'");
  }
}
