package rollcall.scenarios.failover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import rollcall.fixtures.traffic.Absence;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Member;
import rollcall.reports.Finding;

/** The restarts of nodes, and which losses of a connection none of them explains. */
final class Restarts {
  private final List<Restart> all = new ArrayList<>();
  private final Set<Member> thrownOut = new HashSet<>();

  private record Restart(String node, long begunNanos, long endedNanos) {
    boolean explains(Absence absence) {
      return absence.fromNode().equals(node)
          && absence.lostNanos() - begunNanos >= 0
          && absence.lostNanos() - endedNanos <= 0;
    }
  }

  /** One that ended just now, and these sat there when it began. */
  void add(String node, long begunNanos, Collection<Member> there) {
    all.add(new Restart(node, begunNanos, System.nanoTime()));
    thrownOut.clear();
    thrownOut.addAll(there);
  }

  /** Whether nobody of these lost the connection to a node that was not restarted just then. */
  Finding connections(Collection<Member> members) {
    List<String> lost =
        members.stream()
            .flatMap(member -> losses(member).map(how -> member + ": " + how).limit(1))
            .toList();
    return lost.isEmpty()
        ? Finding.pass(
            Crowd.CONNECTIONS, "nobody lost the connection to a node that was not restarted then")
        : Crowd.connections(members.size(), lost);
  }

  private Stream<String> losses(Member member) {
    Stream<String> whileAway =
        // Who is not back from the node that was restarted last is for another finding to tell.
        thrownOut.contains(member) ? Stream.empty() : Crowd.away(member);
    Stream<String> before =
        member.absences().stream()
            .filter(absence -> all.stream().noneMatch(one -> one.explains(absence)))
            .map(Crowd::loss);
    return Stream.concat(before, whileAway);
  }
}
