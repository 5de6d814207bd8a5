package dev.guanjia.server.application;

import dev.guanjia.decision.Refusal;
import dev.guanjia.decision.RefusalCode;
import dev.guanjia.server.problem.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** When things happened, as callers say: any time up to now. */
@Component
public class BusinessTime {

    private final Clock clock;

    BusinessTime(Clock clock) {
        this.clock = clock;
    }

    /** Why a time is refused. */
    public enum Reason implements RefusalCode {
        /** It has not come yet. Facts: {@code given}, {@code now}. */
        IN_THE_FUTURE("business-time-in-the-future");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        @Override
        public String key() {
            return key;
        }
    }

    /**
     * Lets a day pass that has begun.
     *
     * @param day what the caller says
     * @throws Refused 409 if it lies in the future
     */
    public void require(LocalDate day) {
        if (isFuture(day)) {
            throw Refused.because(List.of(new Refusal(Reason.IN_THE_FUTURE, facts(day))));
        }
    }

    /**
     * Lets the day of a step pass: one that can be told, and has begun.
     *
     * @param pointer where it was given
     * @param day what the caller says
     * @throws Refused 400 naming the place, or 409 if it lies in the future
     */
    void require(String pointer, LocalDate day) {
        Given given = new Given();
        given.day(pointer, day);
        given.end();
        require(day);
    }

    /** The day in China. */
    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Whether a day has not begun, where one of many rows is in question. */
    boolean isFuture(LocalDate day) {
        return day.isAfter(LocalDate.now(clock));
    }

    /** What the reason says of a day. */
    Map<String, String> facts(LocalDate day) {
        return Map.of("given", day.toString(), "now", LocalDate.now(clock).toString());
    }

    /**
     * Lets an instant pass that has come.
     *
     * @param at what the caller says
     * @throws Refused 409 if it lies in the future
     */
    public void require(Instant at) {
        Instant now = clock.instant();
        if (at.isAfter(now)) {
            throw future(at.toString(), now.toString());
        }
    }

    private static Refused future(String given, String now) {
        Map<String, String> facts = Map.of("given", given, "now", now);
        return Refused.because(List.of(new Refusal(Reason.IN_THE_FUTURE, facts)));
    }
}
