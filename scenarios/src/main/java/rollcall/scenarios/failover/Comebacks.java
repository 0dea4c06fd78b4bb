package rollcall.scenarios.failover;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import rollcall.fixtures.probe.ForeignLoad;
import rollcall.fixtures.traffic.Absence;
import rollcall.fixtures.traffic.Absentees;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Journal;
import rollcall.fixtures.traffic.Member;
import rollcall.reports.Finding;

/**
 * Has everybody who lost the connection come back, and to another node?
 *
 * @param lost the node that was lost
 * @param limit from the loss to being back in every room
 */
record Comebacks(String lost, Duration limit) {
  private static final String PROBE = "comeback";

  /**
   * Who is not back by now need not come any more: it would be due nothing and could yet get what
   * is sent to everyone.
   */
  static void giveUp(Collection<Member> members) {
    members.stream().filter(member -> member.away().isPresent()).forEach(Member::leave);
  }

  static boolean isBack(Member member) {
    return member.away().isEmpty() && !member.absences().isEmpty();
  }

  /**
   * Of those who sat on the lost node; excused by others' load where it is about time, which a
   * refusal is not.
   *
   * @param journals of what was sent to them
   */
  Finding of(Collection<Member> members, Collection<Journal> journals, ForeignLoad foreign) {
    Absentees losers = new Absentees(members, limit);
    losers.awaitAnotherTry();
    return losers.judge(of(members, journals), foreign::judge);
  }

  private Finding of(Collection<Member> members, Collection<Journal> journals) {
    if (members.isEmpty()) {
      return Finding.unknown(PROBE, "nobody sat on " + lost);
    }
    List<Member> away =
        members.stream()
            .filter(member -> !isBack(member))
            .sorted(new Absentees(members, limit).refusedFirst())
            .toList();
    Absentees absentees = new Absentees(away, limit);
    List<Absence> absences = members.stream().flatMap(one -> one.absences().stream()).toList();
    Map<String, Object> figures = figures(absences, journals);
    Optional<String> hindrance =
        away.stream().flatMap(member -> member.hindrance().stream()).findFirst();
    if (hindrance.isPresent() && !absentees.wereTurnedAway()) {
      return Finding.unknown(PROBE, "somebody was not let ask for a room: " + hindrance.get())
          .with(figures);
    }
    if (!away.isEmpty()) {
      return absentees
          .saying(
              fail(
                  "%d of %d clients of %s were not back within %s; the first: %s, %s%s"
                      .formatted(
                          away.size(),
                          members.size(),
                          lost,
                          Recovery.seconds(limit),
                          away.get(0),
                          away.get(0).away().orElse("it never noticed the loss"),
                          Crowd.missing(away.get(0).firstMissed()))))
          .with(figures);
    }
    List<Absence> wrong =
        absences.stream()
            .filter(one -> one.toNode().equals(lost) || one.length().compareTo(limit) > 0)
            .toList();
    return wrong.isEmpty()
        ? Finding.pass(
                PROBE,
                "all %d clients of %s were back elsewhere, the last after %s, the limit %s"
                    .formatted(
                        members.size(), lost, figures.get("away longest"), Recovery.seconds(limit)))
            .with(figures)
        : fail("%d came back too late, or to the lost node; the first: %s"
                .formatted(wrong.size(), wrong.get(0)))
            .with(figures);
  }

  private static Finding fail(String evidence) {
    return Finding.fail(PROBE, evidence);
  }

  static Map<String, Object> figures(Collection<Absence> absences, Collection<Journal> journals) {
    Map<String, Object> figures = new TreeMap<>();
    List<Duration> lengths = absences.stream().map(Absence::length).sorted().toList();
    if (!lengths.isEmpty()) {
      figures.put("away shortest", Recovery.seconds(lengths.get(0)));
      figures.put("away median", Recovery.seconds(lengths.get(lengths.size() / 2)));
      figures.put("away p95", Recovery.seconds(lengths.get(lengths.size() * 95 / 100)));
      figures.put("away longest", Recovery.seconds(lengths.get(lengths.size() - 1)));
    }
    long missed =
        absences.stream()
            .flatMapToLong(
                one ->
                    journals.stream()
                        .mapToLong(sent -> sent.sentBetween(one.lostNanos(), one.backNanos())))
            .sum();
    figures.put("sent to them while away", missed);
    absences.forEach(
        one -> figures.merge("came back to " + one.toNode(), 1L, (a, b) -> (Long) a + (Long) b));
    return figures;
  }
}
