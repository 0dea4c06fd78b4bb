package rollcall.reports;

/** A file that a report names: beside it, never elsewhere. */
final class RelativeFile {
  private RelativeFile() {}

  /** The same name, if it leads nowhere out of the run's folder. */
  static String checked(String file) {
    if (file.startsWith("/") || file.contains("..") || file.contains(":")) {
      throw new IllegalArgumentException(
          "a file is named relative to the run's folder, such as logs/cell/node-1.log, not "
              + file);
    }
    return file;
  }
}
