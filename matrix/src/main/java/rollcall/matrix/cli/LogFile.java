package rollcall.matrix.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;
import rollcall.matrix.Story;

/** Keeps what libraries say in a file of the run; only our own words become part of its story. */
final class LogFile implements AutoCloseable {
  private static final String OURS = "rollcall";

  private final Logger root;
  private final FileAppender<ILoggingEvent> file;
  private final AppenderBase<ILoggingEvent> told;

  private LogFile(Logger root, FileAppender<ILoggingEvent> file, AppenderBase<ILoggingEvent> told) {
    this.root = root;
    this.file = file;
    this.told = told;
  }

  static LogFile open(Path path, Story story) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern("%d{HH:mm:ss.SSS} %-5level [%thread] %logger{20} - %msg%n");
    encoder.start();
    FileAppender<ILoggingEvent> file = new FileAppender<>();
    file.setContext(context);
    file.setFile(path.toString());
    file.setEncoder(encoder);
    file.start();
    AppenderBase<ILoggingEvent> told = new Told(story);
    told.setContext(context);
    told.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.addAppender(file);
    context.getLogger(OURS).setLevel(Level.INFO);
    context.getLogger(OURS).addAppender(told);
    return new LogFile(root, file, told);
  }

  @Override
  public void close() {
    root.detachAppender(file);
    root.getLoggerContext().getLogger(OURS).detachAppender(told);
    file.stop();
    told.stop();
  }

  private static final class Told extends AppenderBase<ILoggingEvent> {
    private final Story story;

    Told(Story story) {
      this.story = story;
    }

    @Override
    protected void append(ILoggingEvent event) {
      story.tell(event.getFormattedMessage());
    }
  }
}
