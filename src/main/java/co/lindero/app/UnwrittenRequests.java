package co.lindero.app;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.OutputStream;
import java.util.Objects;
import org.slf4j.LoggerFactory;

/**
 * Keeps the line of each request off the terminal while requests are measured, which are thousands a second: the lines are made as
 * ever and go nowhere.
 */
final class UnwrittenRequests implements AutoCloseable {
    private final Logger lines = (Logger) LoggerFactory.getLogger("co.lindero.requests");
    private final OutputStreamAppender<ILoggingEvent> nowhere = new OutputStreamAppender<>();

    UnwrittenRequests() {
        LoggerContext context = lines.getLoggerContext();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(Objects.requireNonNullElse(context.getProperty("LINE"), "%msg%n"));
        encoder.start();
        nowhere.setContext(context);
        nowhere.setEncoder(encoder);
        nowhere.setOutputStream(OutputStream.nullOutputStream());
        nowhere.start();
        lines.addAppender(nowhere);
        lines.setAdditive(false);
    }

    @Override
    public void close() {
        lines.setAdditive(true);
        lines.detachAppender(nowhere);
        nowhere.stop();
    }
}
