package rollcall.matrix.capacity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import rollcall.fixtures.ledger.Account;
import rollcall.fixtures.ledger.Kind;
import rollcall.fixtures.probe.Delivery;
import rollcall.reports.Finding;
import rollcall.reports.Verdict;

/**
 * What a step showed of a cluster besides its objectives.
 *
 * @param exit the server that ended unasked: whatever comes after it is about another cluster
 * @param misdeed what it did wrong, such as to refuse a message
 * @param amiss deliveries that were wrong
 * @param unanswered what was asked besides and nobody knows, such as why clients are gone
 */
record Conduct(
    Optional<String> exit, Optional<String> misdeed, Amiss amiss, Optional<String> unanswered) {
  /** What a cluster must not do to be said to carry a load. */
  private static final List<String> MISDEEDS = List.of("acceptance", "fence", "connections");

  /** What has to be answered besides. */
  private static final List<String> ASKED =
      List.of("acceptance", "connections", "placement", "delivery");

  static final Conduct GOOD =
      new Conduct(Optional.empty(), Optional.empty(), Amiss.NOTHING, Optional.empty());

  /**
   * Deliveries that were wrong.
   *
   * @param kinds as an objective may name them
   * @param told where and how many
   */
  record Amiss(Set<String> kinds, String told) {
    static final Amiss NOTHING = new Amiss(Set.of(), "");

    Amiss {
      kinds = Set.copyOf(kinds);
    }

    /** What no objective names; whoever allows some of a kind judges it by its own number. */
    Optional<String> besides(Set<String> named) {
      return named.containsAll(kinds) ? Optional.empty() : Optional.of(told);
    }

    /** Of a whole step. */
    static Amiss in(Account account, Delivery delivery) {
      Set<String> kinds =
          delivery.wrong(account).keySet().stream()
              .map(Kind::toString)
              .collect(Collectors.toCollection(TreeSet::new));
      return new Amiss(
          kinds, delivery.of(account).evidence().lines().findFirst().orElse("nothing is known"));
    }
  }

  /** Whether no server ended and everything was taken and came as it should. */
  boolean isGood() {
    return exit.isEmpty() && misdeed.isEmpty() && amiss.kinds().isEmpty();
  }

  /** As a load was judged. */
  static Conduct of(List<Finding> judged, Amiss amiss) {
    return new Conduct(
        Optional.empty(), first(judged, MISDEEDS, Verdict.FAIL), amiss, unanswered(judged));
  }

  private static Optional<String> unanswered(List<Finding> judged) {
    return first(judged, ASKED, Verdict.UNKNOWN);
  }

  /** Of which these servers ended meanwhile. */
  Conduct withExits(List<Finding> exits) {
    return new Conduct(
        exits.stream().map(Finding::evidence).findFirst(), misdeed, amiss, unanswered);
  }

  private static Optional<String> first(
      List<Finding> judged, List<String> probes, Verdict verdict) {
    return probes.stream().flatMap(probe -> said(judged, probe, verdict).stream()).findFirst();
  }

  static Optional<String> said(List<Finding> judged, String probe, Verdict verdict) {
    return judged.stream()
        .filter(one -> one.probe().equals(probe) && one.verdict() == verdict)
        .map(Finding::evidence)
        .findFirst();
  }
}
