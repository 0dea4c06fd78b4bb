package rollcall.scenarios.stored;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.dialect.Publishing;
import rollcall.fixtures.dialect.Publishing.Fetch;
import rollcall.fixtures.dialect.Target;
import rollcall.fixtures.traffic.Crowd;
import rollcall.fixtures.traffic.Member;
import rollcall.fixtures.traffic.RestCalls;
import rollcall.reports.Finding;

/** Clients that fetch, as soon as they are told of a message, where it is stored. */
final class Readers {
  private static final Duration APPEARS_WITHIN = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RestCalls calls;
  private final Publishing way;
  private final Fetch fetch;
  private final List<String> events;
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final Map<Integer, RestCalls.Answer> answers = new ConcurrentHashMap<>();
  private final List<String> texts = new ArrayList<>();
  private final List<Member> due = new ArrayList<>();

  /** Who was told of what, and what was found there at once. */
  private record Told(
      Member member, String event, String id, CompletableFuture<RestCalls.Answer> found) {}

  Readers(Cluster cluster, Publishing way, Crowd crowd) {
    this.calls = new RestCalls(cluster, way);
    this.way = way;
    this.fetch = way.fetched().orElseThrow();
    this.events = way.events().stream().sorted().toList();
    crowd
        .members()
        .forEach(
            member -> member.listen((event, arguments, nanos) -> hear(member, event, arguments)));
  }

  private void hear(Member member, String event, List<JsonNode> arguments) {
    JsonNode id = arguments.isEmpty() ? JSON.nullNode() : arguments.get(0).at(fetch.id());
    if (way.events().contains(event) && id.isTextual()) {
      told.add(new Told(member, event, id.textValue(), calls.fetch(id.textValue())));
    }
  }

  /** The clients that it is for. */
  void due(List<Member> members) {
    due.addAll(members);
  }

  /** Stores so many, one after the other, as each of the events in turn, and waits for them. */
  void store(int count, Target target) {
    for (int i = 0; i < count; i++) {
      String text =
          "stored %d Größe ✓ %s".formatted(i, Integer.toHexString(System.identityHashCode(this)));
      texts.add(text);
      answers.put(i, calls.store(target, eventOf(i), text).join());
    }
    try {
      Awaitility.await("every message appears at every client that it is for")
          .atMost(APPEARS_WITHIN)
          .until(() -> told.size() >= count * due.size());
    } catch (ConditionTimeoutException e) {
      // What is missing is found, and says so.
    }
    told.forEach(one -> one.found().join());
  }

  List<Finding> found() {
    return List.of(acceptance(), appearance(), commit());
  }

  private Finding acceptance() {
    List<RestCalls.Answer> bad =
        answers.values().stream().filter(answer -> !answer.isGood()).toList();
    if (bad.isEmpty()) {
      return Finding.pass("acceptance", "all %d messages were stored".formatted(answers.size()));
    }
    Optional<RestCalls.Answer> refused =
        bad.stream().filter(RestCalls.Answer::cameBack).findFirst();
    String seen =
        "%d of %d messages were not stored; the first: %s"
            .formatted(bad.size(), answers.size(), refused.orElse(bad.get(0)));
    return refused.isPresent()
        ? Finding.fail("acceptance", seen)
        : Finding.unknown("acceptance", seen);
  }

  /** At each who is due it, and nowhere else. */
  Finding appearance() {
    Map<String, Long> stored = new TreeMap<>();
    answers.forEach(
        (number, answer) -> {
          if (answer.isGood()) {
            stored.merge(eventOf(number), 1L, Long::sum);
          }
        });
    Optional<String> astray =
        told.stream()
            .filter(one -> !due.contains(one.member()))
            .findFirst()
            .map(one -> "%s reached %s too".formatted(one.event(), one.member()));
    return new Appearance(stored, due.stream().map(this::reader).toList(), astray).finding();
  }

  private Appearance.Reader reader(Member member) {
    return new Appearance.Reader(
        member.toString(),
        member.away().isEmpty() && member.absences().isEmpty(),
        told.stream()
            .filter(one -> one.member() == member)
            .map(one -> new Appearance.Copy(one.event(), one.id()))
            .toList());
  }

  private String eventOf(int number) {
    return events.get(number % events.size());
  }

  private Finding commit() {
    List<Told> answered = told.stream().filter(one -> one.found().join().cameBack()).toList();
    List<Told> absent = answered.stream().filter(one -> !isThere(one.found().join())).toList();
    if (told.isEmpty()) {
      return Finding.unknown("commit", "nothing was told of, so nothing was fetched");
    }
    if (absent.isEmpty() && answered.size() < told.size()) {
      return Finding.unknown(
          "commit",
          "%d of %d fetches on receipt were not answered"
              .formatted(told.size() - answered.size(), told.size()));
    }
    return absent.isEmpty()
        ? Finding.pass("commit", "%d fetches on receipt found it".formatted(told.size()))
        : Finding.fail(
            "commit",
            "%d of %d fetches on receipt did not find it, so it was told of before its commit; the first: %s %s: %s"
                .formatted(
                    absent.size(),
                    told.size(),
                    absent.get(0).event(),
                    absent.get(0).id(),
                    absent.get(0).found().join()));
  }

  private boolean isThere(RestCalls.Answer answer) {
    try {
      return answer.isGood()
          && texts.contains(JSON.readTree(answer.body()).at(fetch.holds()).asText());
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
