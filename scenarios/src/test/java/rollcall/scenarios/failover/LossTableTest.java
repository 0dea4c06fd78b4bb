package rollcall.scenarios.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import rollcall.fixtures.cluster.Adapter;
import rollcall.fixtures.cluster.RedisClient;
import rollcall.scenarios.failover.LossTable.MayLose;
import rollcall.scenarios.failover.LossTable.Trouble;
import rollcall.scenarios.failover.LossTable.Way;

class LossTableTest {
  private static final List<Adapter> CARRIERS =
      List.of(Adapter.REDIS, Adapter.REDIS_SHARDED, Adapter.REDIS_STREAMS);
  private static final Way AT_HOME = new Way(Optional.of("node-1"), "node-1");
  private static final Way ACROSS = new Way(Optional.of("node-1"), "node-2");
  private static final Way FROM_OUTSIDE = new Way(Optional.empty(), "node-1");

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void whatStaysOnANodeIsNeverLost(Trouble trouble) {
    for (Adapter adapter : CARRIERS) {
      for (RedisClient client : RedisClient.values()) {
        MayLose mayLose = LossTable.of(adapter, client, trouble).orElseThrow();
        assertThat(mayLose.allows(AT_HOME, "node-1")).isFalse();
      }
    }
  }

  @Test
  void aDeadRedisCostsWhatPassesThroughIt() {
    assertThat(MayLose.BETWEEN_NODES.allows(ACROSS, "")).isTrue();
    assertThat(MayLose.BETWEEN_NODES.allows(FROM_OUTSIDE, "")).isTrue();
  }

  @Test
  void aFaultedLinkCostsNothingToThoseWhoDoNotUseIt() {
    assertThat(MayLose.AT_THE_NODE.allows(ACROSS, "node-1")).isTrue();
    assertThat(MayLose.AT_THE_NODE.allows(ACROSS, "node-2")).isTrue();
    assertThat(MayLose.AT_THE_NODE.allows(ACROSS, "node-3")).isFalse();
    assertThat(MayLose.AT_THE_NODE.allows(FROM_OUTSIDE, "node-1")).isTrue();
    assertThat(MayLose.AT_THE_NODE.allows(FROM_OUTSIDE, "node-2")).isFalse();
  }

  @Test
  void aStreamKeepsWhatOthersWroteForANodeThatIsAway() {
    MayLose mayLose =
        LossTable.of(Adapter.REDIS_STREAMS, RedisClient.IOREDIS, Trouble.LINK_SEVERED)
            .orElseThrow();
    assertThat(mayLose.allows(ACROSS, "node-2")).isFalse();
    assertThat(mayLose.allows(ACROSS, "node-1")).isTrue();
    assertThat(mayLose.allows(FROM_OUTSIDE, "node-1")).isTrue();
    assertThat(mayLose.allows(FROM_OUTSIDE, "node-2")).isFalse();
  }

  @Test
  void aNodeThatIsSubscribedItselfLosesWhatWasPublishedMeanwhile() {
    assertThat(LossTable.of(Adapter.NONE, RedisClient.NODE_REDIS, Trouble.REDIS_KILLED))
        .contains(MayLose.BETWEEN_NODES);
  }

  @Test
  void whatWasNotWrittenDownIsNotJudged() {
    assertThat(LossTable.of(Adapter.NONE, RedisClient.NODE_REDIS, Trouble.NODE_CUT_OFF)).isEmpty();
  }

  @Test
  void aShortPauseThatTookLongIsALongOne() {
    assertThat(Trouble.REDIS_PAUSED_BRIEFLY.that(Duration.ofMillis(1_100)))
        .isEqualTo(Trouble.REDIS_PAUSED_BRIEFLY);
    assertThat(Trouble.REDIS_PAUSED_BRIEFLY.that(Duration.ofMillis(2_100)))
        .isEqualTo(Trouble.REDIS_PAUSED);
    assertThat(Trouble.REDIS_FULL.that(Duration.ofMillis(2_100))).isEqualTo(Trouble.REDIS_FULL);
  }
}
