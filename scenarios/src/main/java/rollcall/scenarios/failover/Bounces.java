package rollcall.scenarios.failover;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import rollcall.fixtures.probe.ForeignLoad;
import rollcall.fixtures.traffic.Absence;
import rollcall.fixtures.traffic.Absentees;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Journal;
import rollcall.fixtures.traffic.Member;
import rollcall.reports.Finding;

/**
 * How often each of these was thrown out and came back, and whether that took too long.
 *
 * @param limit from a loss to being back in every room
 */
record Bounces(List<Member> members, Duration limit) {
  private static final String PROBE = "comeback";

  Bounces {
    members = List.copyOf(members);
  }

  /**
   * Has what throws some of them out done, and returns whether they are back: once they are, once
   * one of them cannot be any more, or when the limit is over.
   */
  boolean await(Collection<Member> some, Runnable thrownOut) {
    Map<Member, Integer> before = new HashMap<>();
    some.forEach(member -> before.put(member, member.absences().size()));
    thrownOut.run();
    try {
      Traffic.await(
          "%d clients are back".formatted(some.size()),
          limit,
          () ->
              some.stream().anyMatch(Member::isStranded)
                  || some.stream().allMatch(one -> isBack(one, before.getOrDefault(one, 0))));
      return some.stream().noneMatch(Member::isStranded);
    } catch (ConditionTimeoutException e) {
      // Who is not back is for the finding to say.
      return false;
    }
  }

  private static boolean isBack(Member member, int timesBefore) {
    return member.away().isEmpty() && member.absences().size() > timesBefore;
  }

  /** Excused by others' load where it is about time, which a refusal is not. */
  Finding finding(Collection<Journal> journals, ForeignLoad foreign) {
    Absentees absentees = new Absentees(members, limit);
    absentees.awaitAnotherTry();
    return absentees.judge(finding(journals), foreign::judge);
  }

  private Finding finding(Collection<Journal> journals) {
    List<Absence> absences = members.stream().flatMap(one -> one.absences().stream()).toList();
    Map<String, Object> figures = Comebacks.figures(absences, journals);
    figures.put("clients", members.size());
    figures.put("times thrown out", absences.size());
    return judged(absences).with(figures);
  }

  private Finding judged(List<Absence> absences) {
    Optional<String> hindrance =
        members.stream().flatMap(member -> member.hindrance().stream()).findFirst();
    Absentees all = new Absentees(members, limit);
    if (hindrance.isPresent() && !all.wereTurnedAway()) {
      return Finding.unknown(PROBE, "somebody was not let ask for a room: " + hindrance.get());
    }
    List<Member> stranded =
        members.stream().filter(Member::isStranded).sorted(all.refusedFirst()).toList();
    if (!stranded.isEmpty()) {
      return new Absentees(stranded, limit)
          .saying(
              Finding.fail(
                  PROBE,
                  "%d of %d clients came back and did not get into their rooms; the first: %s, %s%s"
                      .formatted(
                          stranded.size(),
                          members.size(),
                          stranded.get(0),
                          stranded.get(0).away().orElse(""),
                          Crowd.missing(stranded.get(0).firstMissed()))));
    }
    List<Member> away =
        members.stream()
            .filter(member -> member.away().isPresent())
            .sorted(all.refusedFirst())
            .toList();
    if (!away.isEmpty()) {
      return new Absentees(away, limit)
          .saying(
              Finding.fail(
                  PROBE,
                  "%d of %d clients were not back within %s; the first: %s, %s%s"
                      .formatted(
                          away.size(),
                          members.size(),
                          Recovery.seconds(limit),
                          away.get(0),
                          away.get(0).away().orElse(""),
                          Crowd.missing(away.get(0).firstMissed()))));
    }
    List<Absence> late =
        absences.stream().filter(one -> one.length().compareTo(limit) > 0).toList();
    if (!late.isEmpty()) {
      return Finding.fail(
          PROBE,
          "%d of %d times somebody was away for longer than %s; the first: %s"
              .formatted(late.size(), absences.size(), Recovery.seconds(limit), late.get(0)));
    }
    return absences.isEmpty()
        ? Finding.unknown(PROBE, "nobody was thrown out, so nobody had to come back")
        : Finding.pass(
            PROBE,
            "all %d clients were back each of %d times, within %s"
                .formatted(members.size(), absences.size(), Recovery.seconds(limit)));
  }
}
