package rollcall.scenarios.volume;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import rollcall.fixtures.dialect.Dialect;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Decision;
import rollcall.fixtures.traffic.Flow;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.Passage;

/**
 * Whom messages are for: of ten six are for a user, three for a document of ten subscribers, and
 * one for an organisation of thirty.
 */
record Mix(List<Target> users, List<Target> documents, List<Target> organisations) {
  private static final int PER_DOCUMENT = 10;
  private static final int PER_ORGANISATION = 30;

  /** So long is the pattern that is repeated. */
  private static final int TURN = 1_000;

  /** Returns once everybody is in a document, and an organisation if the system has such. */
  static Mix among(Crowd crowd, Dialect dialect) {
    boolean organised = dialect.rooms().containsKey("org");
    List<Member> members = crowd.members();
    List<Target> documents =
        IntStream.range(0, (members.size() + PER_DOCUMENT - 1) / PER_DOCUMENT)
            .mapToObj(i -> Target.document("Task", "VOLUME-" + i))
            .toList();
    List<Target> organisations =
        IntStream.range(0, (members.size() + PER_ORGANISATION - 1) / PER_ORGANISATION)
            .mapToObj(i -> organised ? Target.org("VOLUME-" + i) : documents.get(i))
            .toList();
    List<Decision> asked = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      asked.add(members.get(i).subscribing(documents.get(i / PER_DOCUMENT)));
      if (organised) {
        asked.add(members.get(i).subscribing(organisations.get(i / PER_ORGANISATION)));
      }
    }
    asked.forEach(Decision::await);
    return new Mix(
        members.stream().map(member -> Target.user(member.user())).toList(),
        documents,
        organisations);
  }

  /** A thousand messages down this passage, mixed anew for each seed. */
  List<Flow.Course> turn(Passage passage, Random random) {
    List<Flow.Course> turn = new ArrayList<>();
    for (int i = 0; i < TURN; i++) {
      int kind = random.nextInt(10);
      List<Target> targets = kind < 6 ? users : kind < 9 ? documents : organisations;
      turn.add(new Flow.Course(passage, targets.get(random.nextInt(targets.size()))));
    }
    return turn;
  }
}
