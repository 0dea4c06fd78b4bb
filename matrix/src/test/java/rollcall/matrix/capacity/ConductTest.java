package rollcall.matrix.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rollcall.fixtures.ledger.Account;
import rollcall.fixtures.ledger.Audience;
import rollcall.fixtures.ledger.Ledger;
import rollcall.fixtures.ledger.Phase;
import rollcall.fixtures.ledger.Receiver;
import rollcall.fixtures.ledger.RollNumber;
import rollcall.fixtures.ledger.Stream;
import rollcall.fixtures.probe.Delivery;
import rollcall.matrix.capacity.Conduct.Amiss;
import rollcall.reports.Finding;

/** What of a load's judgement a step heeds. */
class ConductTest {
  private static final Finding SILENT = Finding.unknown("connections", "200 of 300 are gone");
  private static final Finding TAKEN = Finding.pass("acceptance", "all were taken");

  private final Ledger ledger = new Ledger("cap", 0);
  private final Receiver bob = ledger.receiver("bob", "node-1", "ws");
  private final Receiver eve = ledger.receiver("eve", "node-2", "ws");
  private final Audience onlyBob = ledger.audience(List.of(bob));
  private final Stream stream = ledger.stream("p", "redis");

  private Amiss amiss() {
    Account account = ledger.account();
    return Amiss.in(account, new Delivery(true, false));
  }

  private RollNumber sent() {
    RollNumber roll = ledger.expect(stream, onlyBob, Phase.BEFORE, 0);
    ledger.sent(roll, 0);
    ledger.confirmed(roll);
    return roll;
  }

  @Test
  void whatIsNotKnownIsSaidAndAFailBeforeIt() {
    assertThat(Conduct.of(List.of(TAKEN, SILENT), Amiss.NOTHING))
        .extracting(one -> one.misdeed().isEmpty(), one -> one.unanswered().orElseThrow())
        .containsExactly(true, "200 of 300 are gone");
    assertThat(
            Conduct.of(List.of(SILENT, Finding.fail("fence", "it did not arrive")), Amiss.NOTHING)
                .misdeed())
        .contains("it did not arrive");
    assertThat(Conduct.of(List.of(Finding.unknown("latency", "we were late")), Amiss.NOTHING))
        .as("a time is judged by the objective")
        .isEqualTo(Conduct.GOOD);
  }

  @Test
  void everyKindThatALoadCallsFailIsNamedAndAllGoodIsNone() {
    ledger.arrived(bob, sent(), 1_000, true);
    assertThat(amiss().kinds()).isEmpty();
    assertThat(amiss().besides(Set.of("p99"))).isEmpty();

    RollNumber twice = sent();
    ledger.arrived(bob, twice, 1_000, true);
    ledger.arrived(bob, twice, 1_000, true);
    ledger.arrived(eve, twice, 1_000, true);
    ledger.arrived(bob, sent(), 1_000, false);
    sent();

    assertThat(amiss().kinds())
        .containsExactlyInAnyOrder("repeated", "misdelivered", "damaged", "lost");
    assertThat(amiss().besides(Set.of("p99", "lost", "repeated", "misdelivered")))
        .hasValueSatisfying(told -> assertThat(told).contains("1 damaged on node-1"));
    assertThat(amiss().besides(Set.of("lost", "repeated", "misdelivered", "damaged"))).isEmpty();
  }

  @Test
  void aServerThatEndedIsNamed() {
    assertThat(Conduct.GOOD.withExits(List.of(Finding.fail("process", "node-2 ended"))).exit())
        .contains("node-2 ended");
    assertThat(Conduct.GOOD.withExits(List.of())).isEqualTo(Conduct.GOOD);
  }
}
