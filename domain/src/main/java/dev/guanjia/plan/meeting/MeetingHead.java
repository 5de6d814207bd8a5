package dev.guanjia.plan.meeting;

import dev.guanjia.organisation.PostKey;
import java.time.LocalDate;

/**
 * What a meeting is, apart from what it decides.
 *
 * @param id which meeting
 * @param kind its class
 * @param subject what it is about, in the company's own words; not blank
 * @param day when it is held
 * @param chair the post that leads it
 * @param recorder the post that takes the record, possibly the chair
 */
public record MeetingHead(
        MeetingId id,
        MeetingKind kind,
        String subject,
        LocalDate day,
        PostKey chair,
        PostKey recorder) {

    /** A meeting about nothing meets no real need. */
    public MeetingHead {
        if (subject.isBlank()) {
            throw new IllegalArgumentException("meeting needs a subject: " + id);
        }
    }
}
