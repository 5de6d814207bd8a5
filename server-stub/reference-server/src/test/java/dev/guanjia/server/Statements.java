package dev.guanjia.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts what is sent to the database; a batch of rows counts once. */
final class Statements extends AppenderBase<ILoggingEvent> {

    private final List<String> sent = new CopyOnWriteArrayList<>();

    private Statements() {}

    /** The statements that the server sends meanwhile. */
    static List<String> during(Supplier<?> action) {
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Statements counter = new Statements();
        counter.start();
        logger.addAppender(counter);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            action.get();
        } finally {
            logger.setLevel(null);
            logger.setAdditive(true);
            logger.detachAppender(counter);
        }
        return List.copyOf(counter.sent);
    }

    /**
     * How many statements a question takes. What runs in the background may send one meanwhile, so
     * the least of three times counts.
     */
    static int needed(Supplier<?> question) {
        return IntStream.range(0, 3).map(time -> during(question).size()).min().orElseThrow();
    }

    @Override
    protected void append(ILoggingEvent event) {
        String text = event.getFormattedMessage();
        if (text.startsWith("Executing prepared SQL statement [")) {
            sent.add(text);
        }
    }
}
