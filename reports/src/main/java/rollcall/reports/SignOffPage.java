package rollcall.reports;

import java.util.List;
import java.util.Map;

/** {@code sign-off.html}: what somebody puts their name to, for print. */
final class SignOffPage {
  static final String FILE = "sign-off.html";

  private SignOffPage() {}

  /**
   * The page.
   *
   * @param checksum of the results that it stands on
   */
  static String of(RunRecord run, SignOff matter, String checksum) {
    RunRecord shown = Escape.shown(run);
    List<Concern> broken =
        Concerns.of(shown).stream().filter(one -> one.outcome() == Outcome.BROKEN).toList();
    return HtmlPage.filled(
        "sign-off.ftlh",
        Map.ofEntries(
            Map.entry("run", shown),
            Map.entry("go", SignOff.go(shown)),
            Map.entry("sentence", Summary.sentence(shown)),
            Map.entry("counts", Summary.counts(shown)),
            Map.entry("moment", Spoken.moment(shown.started())),
            Map.entry("matter", matter),
            Map.entry("broken", broken),
            Map.entry("changed", HtmlPage.settings(shown, false)),
            Map.entry("gaps", SignOff.gaps(shown)),
            Map.entry("checksum", checksum)));
  }
}
