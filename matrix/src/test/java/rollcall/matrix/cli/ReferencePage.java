package rollcall.matrix.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rollcall.fixtures.cluster.Balancer;
import rollcall.fixtures.junit.Need;
import rollcall.fixtures.junit.Scenario;
import rollcall.matrix.Catalogue;

/** The page {@code docs/reference.md}, written from what the code has. */
final class ReferencePage {
  private ReferencePage() {}

  static String markdown() {
    List<Scenario> scenarios = Catalogue.below("rollcall.scenarios").scenarios();
    return """
        # Reference

        This page is generated from the code; a test compares them.
        Settings have a page of their own: [settings](settings.md).

        ## Scenarios

        An id is what `--only` and a matrix take; so is what stands before its slash.
        Where a need is not met, the scenario is a stated skip.

        | id | promise | needs | cut after |
        | --- | --- | --- | --- |
        %s

        ## Hazards

        Set-ups that are known to break: they pass when the named failure shows, and say nothing good about the system.

        | id | shows | because |
        | --- | --- | --- |
        %s

        ## Needs

        | need | where it is missing | the scenario is |
        | --- | --- | --- |
        %s

        ## Balancers

        | name | program | keeps a client on one node |
        | --- | --- | --- |
        %s

        ## Exit codes

        | code | name | means |
        | --- | --- | --- |
        %s
        """
        .formatted(
            rows(scenarios.stream().filter(one -> one.hazard().isEmpty()), ReferencePage::promise),
            rows(scenarios.stream().filter(one -> one.hazard().isPresent()), ReferencePage::hazard),
            rows(Arrays.stream(Need.values()), ReferencePage::need),
            rows(Arrays.stream(Balancer.values()), ReferencePage::balancer),
            rows(Arrays.stream(ExitCode.values()), ReferencePage::exit));
  }

  private static String promise(Scenario one) {
    return "| `%s` | %s | %s | %d s |"
        .formatted(one.id(), one.title(), needs(one), one.limit().toSeconds());
  }

  private static String hazard(Scenario one) {
    return "| `%s` | %s | %s |".formatted(one.id(), one.title(), one.hazard().orElse(""));
  }

  private static String needs(Scenario one) {
    return one.needs().stream().map(ReferencePage::name).collect(Collectors.joining(", "));
  }

  private static String need(Need need) {
    String otherwise = name(need.otherwise()).replace('-', ' ');
    return "| %s | %s | %s |".formatted(name(need), need.because(), otherwise);
  }

  private static String balancer(Balancer balancer) {
    return "| `%s` | %s | %s |"
        .formatted(balancer, balancer.software(), balancer.sticky() ? "yes" : "no");
  }

  private static String exit(ExitCode code) {
    return "| %d | %s | %s |".formatted(code.code(), name(code).replace('-', ' '), code.says());
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static <T> String rows(Stream<T> all, Function<T, String> row) {
    return all.map(row).collect(Collectors.joining("\n"));
  }
}
