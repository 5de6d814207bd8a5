package dev.guanjia.plan;

import dev.guanjia.decision.Refusal;
import dev.guanjia.organisation.Actor;
import dev.guanjia.organisation.PostKey;
import dev.guanjia.organisation.Responsibility;
import dev.guanjia.organisation.Responsible;
import dev.guanjia.organisation.StaffId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who acts for which post on a day, as plans, reports and meetings ask it.
 *
 * @param responsibility who answers for a post
 * @param zone where the company's days begin and end
 */
public record Staffing(Responsibility responsibility, ZoneId zone) {

    /**
     * The company's day of an instant.
     *
     * @param at the instant
     * @return the day
     */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /**
     * Whether the company has a post.
     *
     * @param post any key
     * @param day the day
     * @return true if so
     */
    public boolean knows(PostKey post, LocalDate day) {
        return responsibility.posts(day).find(post).isPresent();
    }

    /**
     * Whether a person acts in a post that they do not hold, nor stand in.
     *
     * @param actor the person and the post
     * @param at when
     * @return {@code post-not-held}, or none
     */
    public List<Refusal> notHeld(Actor actor, Instant at) {
        return responsibility.act(actor, day(at)).fold(held -> List.of(), no -> no);
    }

    /**
     * Who answers for a post.
     *
     * @param post a post that the company has or had; for one it no longer has, the superior of its
     *     last day answers
     * @param day the day
     * @return the person and post
     */
    public Responsible answering(PostKey post, LocalDate day) {
        return responsibility.on(post, day);
    }

    /**
     * The post that acts for a post: itself, or whoever stands in when it is vacant or gone.
     *
     * @param post a post that the company has or had
     * @param at when
     * @return the post whose holder acts
     */
    public PostKey actingFor(PostKey post, Instant at) {
        return answering(post, day(at)).post();
    }

    /**
     * The post that acts for a post on a matter of another person's: when both would be one person,
     * the next higher authority acts. Source: requirements 06 A-87.
     *
     * @param post a post that the company has or had
     * @param matterOf whose matter it is, and who may therefore not decide on it
     * @param at when
     * @return the post, or empty when no other person is left above
     */
    public Optional<PostKey> actingFor(PostKey post, StaffId matterOf, Instant at) {
        LocalDate day = day(at);
        List<PostKey> above = responsibility.superiors(post, day);
        return Stream.concat(Stream.of(post), above.stream())
                .map(candidate -> answering(candidate, day))
                .filter(found -> found.staff().isPresent())
                .filter(found -> !found.staff().equals(Optional.of(matterOf)))
                .map(Responsible::post)
                .findFirst();
    }
}
