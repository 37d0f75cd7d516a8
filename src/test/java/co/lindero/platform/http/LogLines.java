package co.lindero.platform.http;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/** Listens to one logger; lines can be waited for, since a request's line is written after its answer is sent. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final BlockingQueue<ILoggingEvent> events = new LinkedBlockingQueue<>();
    private final Logger logger;

    LogLines(String name) {
        this.logger = (Logger) LoggerFactory.getLogger(name);
        start();
        logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        event.prepareForDeferredProcessing();
        events.add(event);
    }

    /** Returns the next line that holds the text. */
    ILoggingEvent next(String text) throws InterruptedException {
        ILoggingEvent event;
        do {
            event = events.poll(10, TimeUnit.SECONDS);
            if (event == null) {
                throw new AssertionError("No line with " + text);
            }
        } while (!event.getFormattedMessage().contains(text));
        return event;
    }

    long waiting(String text) {
        return events.stream()
                .filter(event -> event.getFormattedMessage().contains(text))
                .count();
    }

    @Override
    public void close() {
        logger.detachAppender(this);
    }
}
