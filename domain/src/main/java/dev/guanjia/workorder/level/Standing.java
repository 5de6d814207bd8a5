package dev.guanjia.workorder.level;

import java.time.Instant;

/**
 * How a matter stands to a limit at an instant.
 *
 * @param state how
 * @param since since when: the reception, the due time, the end, when the clock last stopped or
 *     started, or until when it is known what counts
 */
public record Standing(LevelState state, Instant since) {

    /**
     * Without a row there is no limit.
     *
     * @param receivedAt when it reached us
     * @return no limit
     */
    public static Standing unlimited(Instant receivedAt) {
        return new Standing(LevelState.NO_LIMIT, receivedAt);
    }

    /**
     * The same as rates count it.
     *
     * @return a clock that stands still is not late
     */
    public Timeliness timeliness() {
        return switch (state) {
            case NO_LIMIT -> Timeliness.NO_LIMIT;
            case BREACHED -> Timeliness.OVERDUE;
            case UNKNOWN -> Timeliness.UNKNOWN;
            case IN_TIME, NEAR_BREACH, PAUSED, MET -> Timeliness.ON_TIME;
        };
    }
}
