package rollcall.scenarios.frontend;

import static rollcall.fixtures.junit.Need.FRONT_END;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.dialect.Publishing;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.traffic.FrontEndPage;
import rollcall.fixtures.traffic.RestCalls;
import rollcall.reports.Finding;

/** The application's own listeners and store, on the real client. */
@Row("front-end")
@DisplayName("A notification")
public class FrontEndScenario {
  private static final String USER = "reader@rollcall.test";
  private static final int REGISTERED = 3;
  private static final Duration SHOWN_WITHIN = Duration.ofSeconds(10);

  @ClusterTest(
      value = "shown-once",
      needs = {FRONT_END})
  @DisplayName("of any kind is shown once, however often handlers were registered")
  void shownOnce(Cluster cluster, Findings findings) {
    Publishing way = cluster.dialect().way(one -> one.fetched().isPresent()).orElseThrow();
    FrontEndPage page = new FrontEndPage(cluster, USER);
    page.mount(REGISTERED);
    RestCalls calls = new RestCalls(cluster, way);
    Set<String> texts = new TreeSet<>();
    Set<String> doubtful = new TreeSet<>();
    for (String event : new TreeSet<>(way.events())) {
      RestCalls.Answer answer = calls.store(Target.user(USER), event, event).join();
      if (!answer.isGood()) {
        findings.add(notStored(event, answer));
      }
      (answer.cameBack() ? texts : doubtful).add(event);
    }
    try {
      Awaitility.await("every notification is shown")
          .atMost(SHOWN_WITHIN)
          .until(() -> page.shown().containsAll(texts));
    } catch (ConditionTimeoutException e) {
      // What is missing is found, and says so.
    }
    findings.add(shown(page.shown(), texts, doubtful));
    // A copy whose handler took longer to fetch it comes later.
    findings.untilCellEnds(() -> List.of(shown(page.shown(), texts, doubtful)));
  }

  static Finding notStored(String event, RestCalls.Answer answer) {
    String seen = "%s was answered %s".formatted(event, answer);
    return answer.cameBack()
        ? Finding.fail("acceptance", seen)
        : Finding.unknown("acceptance", seen);
  }

  /**
   * Each that is due once, and of what nobody knows about once at most.
   *
   * @param doubtful whether they were stored was not answered
   */
  static Finding shown(List<String> shown, Set<String> texts, Set<String> doubtful) {
    Set<String> missing = new TreeSet<>(texts);
    shown.forEach(missing::remove);
    List<String> again = new ArrayList<>(shown);
    texts.forEach(again::remove);
    doubtful.forEach(again::remove);
    if (!missing.isEmpty()) {
      return Finding.fail(
          "front-end",
          "%d of %d are not shown: %s".formatted(missing.size(), texts.size(), missing));
    }
    if (texts.isEmpty() && again.isEmpty()) {
      return Finding.unknown("front-end", "nothing is known to be stored, so none was due");
    }
    return again.isEmpty()
        ? Finding.pass(
            "front-end",
            "%d notifications are shown once, with handlers registered %d times"
                .formatted(texts.size(), REGISTERED))
        : Finding.fail(
            "front-end",
            "%d are shown more than once, such as %s".formatted(again.size(), again.get(0)));
  }
}
