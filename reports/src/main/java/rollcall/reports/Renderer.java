package rollcall.reports;

/** One form of the report, made from the record alone. */
interface Renderer {
  /** The file it is written to, in the run's folder. */
  String fileName();

  String render(RunRecord run);
}
