package dev.guanjia.server;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/** Keeps Spring from logging a stack trace for a failure that the command line explains. */
final class QuietStartFailure implements SpringBootExceptionReporter {

    QuietStartFailure(@Nullable ConfigurableApplicationContext context) {}

    @Override
    public boolean reportException(Throwable failure) {
        return StartFailure.isExplained(failure);
    }
}
