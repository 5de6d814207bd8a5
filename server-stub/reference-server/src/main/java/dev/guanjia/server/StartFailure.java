package dev.guanjia.server;

import dev.guanjia.server.settings.StartRefused;
import java.net.BindException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.web.server.PortInUseException;

/** Finds, in what Spring throws at a failed start, the reason that an operator understands. */
final class StartFailure {

    private StartFailure() {}

    static RuntimeException explain(RuntimeException failure) {
        return find(failure, StartRefused.class)
                .or(() -> find(failure, PortInUseException.class).map(StartFailure::portInUse))
                .or(() -> find(failure, BindException.class).map(StartFailure::noSuchAddress))
                .or(() -> find(failure, FlywayException.class).map(StartFailure::schema))
                .<RuntimeException>map(refused -> refused)
                .orElse(failure);
    }

    static boolean isExplained(Throwable failure) {
        return failure instanceof RuntimeException e && explain(e) instanceof StartRefused;
    }

    private static StartRefused portInUse(PortInUseException e) {
        return new StartRefused(
                StartRefused.USAGE, "GUANJIA_PORT is taken by another program: " + e.getPort());
    }

    private static StartRefused noSuchAddress(BindException e) {
        return new StartRefused(
                StartRefused.USAGE,
                "GUANJIA_BIND and GUANJIA_PORT cannot be used: " + e.getMessage());
    }

    private static StartRefused schema(FlywayException e) {
        return new StartRefused(
                StartRefused.DATABASE,
                "the tables cannot be brought up to date: " + e.getMessage());
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
