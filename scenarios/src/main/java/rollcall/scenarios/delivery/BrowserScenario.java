package rollcall.scenarios.delivery;

import static rollcall.fixtures.junit.Need.AFFINITY;
import static rollcall.fixtures.junit.Need.CHROMIUM;
import static rollcall.fixtures.junit.Need.OTHER_ORIGIN;
import static rollcall.fixtures.junit.Need.PAGES;
import static rollcall.fixtures.junit.Need.PLAIN_ENTRANCE;
import static rollcall.fixtures.junit.Need.POLLING;
import static rollcall.fixtures.junit.Need.REST_PUBLISHING;
import static rollcall.fixtures.junit.Need.SEVERAL_NODES;
import static rollcall.fixtures.junit.Need.WEBSOCKET;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import rollcall.fixtures.browser.Chromium;
import rollcall.fixtures.browser.Pages;
import rollcall.fixtures.browser.Visit;
import rollcall.fixtures.cluster.Cluster;
import rollcall.fixtures.dialect.Publishing;
import rollcall.fixtures.junit.ClusterTest;
import rollcall.fixtures.junit.Findings;
import rollcall.fixtures.junit.Row;
import rollcall.fixtures.probe.Preflight;
import rollcall.fixtures.probe.Silence;
import rollcall.reports.Finding;

/** What only browsers do. */
@Row(value = "browser", silent = true)
@DisplayName("A browser")
public class BrowserScenario {
  @ClusterTest(
      value = "preflight",
      needs = {POLLING, AFFINITY, SEVERAL_NODES, OTHER_ORIGIN})
  @DisplayName("that asks, without a cookie, whether a page of another origin may, is told yes")
  void preflight(Cluster cluster, Findings findings) {
    findings.add(Preflight.of(cluster));
  }

  @ClusterTest(
      value = "origins",
      needs = {WEBSOCKET, REST_PUBLISHING, PAGES, PLAIN_ENTRANCE, CHROMIUM})
  @DisplayName("lets pages of the allowed origin use REST and Socket.IO, and pages of no other")
  void origins(Cluster cluster, Findings findings) {
    Publishing way = cluster.dialect().way(one -> one.carried().isPresent()).orElseThrow();
    Visit visit = new Visit(cluster, Chromium.find().orElseThrow());
    Pages pages = Pages.of(cluster.dialect());
    String allowed = pages.allowed().orElseThrow();
    findings.addAll(judged(allowed, visit.from(allowed, way), true));
    pages
        .refused()
        .forEach(origin -> findings.addAll(judged(origin, visit.from(origin, way), false)));
  }

  static List<Finding> judged(String origin, Visit.Seen seen, boolean due) {
    String socket = "Socket.IO, to a page of %s: %s".formatted(origin, seen.socket());
    return List.of(
        judged(
            "REST, to a page of %s: %s".formatted(origin, seen.rest()), seen.isServedByRest(), due),
        seen.isConnected()
            ? judged(socket, true, due)
            : notConnected(socket, List.of(seen.socket()), due));
  }

  /** Who is left waiting is neither let in nor refused. */
  private static Finding notConnected(String seen, List<String> how, boolean due) {
    return due || how.stream().noneMatch(Silence::is)
        ? Silence.in(judged(seen, false, due), how)
        : Silence.in(Finding.fail("origins", seen + ", and was not refused"), how);
  }

  private static Finding judged(String seen, boolean served, boolean due) {
    if (served == due) {
      return Finding.pass("origins", seen);
    }
    return Finding.fail(
        "origins",
        seen + (due ? ", and its origin is allowed" : ", and its origin is not allowed"));
  }
}
